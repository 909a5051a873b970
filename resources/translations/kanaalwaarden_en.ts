<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountsPage</name>
    <message numerus="yes">
        <source>%n account(s) read in. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%n account read in. Ctrl+Z takes it back.</numerusform>
            <numerusform>%n accounts read in. Ctrl+Z takes them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiscussScreen</name>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n level</numerusform>
            <numerusform>%n levels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message numerus="yes">
        <source>{name}: %n answer(s) to go</source>
        <translation>
            <numerusform>{name}: %n answer to go</numerusform>
            <numerusform>{name}: %n answers to go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message numerus="yes">
        <source>%n time(s) found</source>
        <translation>
            <numerusform>found once</numerusform>
            <numerusform>found %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message numerus="yes">
        <source>%n rating(s) will go with it. You can undo this with Ctrl+Z.</source>
        <translation>
            <numerusform>%n rating will go with it. You can undo this with Ctrl+Z.</numerusform>
            <numerusform>%n ratings will go with it. You can undo this with Ctrl+Z.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>%n name(s) removed for good. The earlier versions on this computer are gone as well.</source>
        <translation>
            <numerusform>%n name removed for good. The earlier versions on this computer are gone as well.</numerusform>
            <numerusform>%n names removed for good. The earlier versions on this computer are gone as well.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) made in {folder}.</source>
        <translation>
            <numerusform>%n form made in {folder}.</numerusform>
            <numerusform>%n forms made in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) taken in. You can undo this with Ctrl+Z.</source>
        <translation>
            <numerusform>%n form taken in. You can undo this with Ctrl+Z.</numerusform>
            <numerusform>%n forms taken in. You can undo this with Ctrl+Z.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s) taken in.</source>
        <translation>
            <numerusform>%n rating taken in.</numerusform>
            <numerusform>%n ratings taken in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextRoundDialog</name>
    <message numerus="yes">
        <source>Begin with %n cell(s)</source>
        <translation>
            <numerusform>Begin with %n cell</numerusform>
            <numerusform>Begin with %n cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionSetCard</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RateScreen</name>
    <message numerus="yes">
        <source>%n reason(s) missing</source>
        <translation>
            <numerusform>%n reason missing</numerusform>
            <numerusform>%n reasons missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message numerus="yes">
        <source>%n message(s) hang on a single way.</source>
        <translation>
            <numerusform>%n message hangs on a single way.</numerusform>
            <numerusform>%n messages hang on a single way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) no longer arrive: {what}.</source>
        <translation>
            <numerusform>%n message no longer arrives: {what}.</numerusform>
            <numerusform>%n messages no longer arrive: {what}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportScreen</name>
    <message numerus="yes">
        <source>%n rating(s) taken in. You can undo this with Ctrl+Z.</source>
        <translation>
            <numerusform>%n rating taken in. You can undo this with Ctrl+Z.</numerusform>
            <numerusform>%n ratings taken in. You can undo this with Ctrl+Z.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s)</source>
        <translation>
            <numerusform>%n platform</numerusform>
            <numerusform>%n platforms</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n session</numerusform>
            <numerusform>%n sessions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n discipline(s)</source>
        <translation>
            <numerusform>%n discipline</numerusform>
            <numerusform>%n disciplines</numerusform>
        </translation>
    </message>
</context>
</TS>
