<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>CaseForm</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Zaak</translation>
    </message>
    <message>
        <source>Which question is on the table, and why now?</source>
        <translation>Welke vraag ligt op tafel, en waarom nu?</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>for example 14-11-2026</source>
        <translation>bijvoorbeeld 14-11-2026</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Fictional example: this is printed on every document</source>
        <translation>Fictief voorbeeld: dit komt op elk document te staan</translation>
    </message>
</context>
<context>
    <name>DisciplineEditor</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Afkorting</translation>
    </message>
    <message>
        <source>Two letters, on the marks in the table.</source>
        <translation>Twee letters, op de tekens in de tabel.</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>Absent disciplines are named beside the table.</source>
        <translation>Afwezige disciplines worden bij de tabel genoemd.</translation>
    </message>
    <message>
        <source>Names of people</source>
        <translation>Namen van mensen</translation>
    </message>
    <message>
        <source>Not required. Names never stand in a public document.</source>
        <translation>Niet nodig. Namen staan nooit in een openbaar document.</translation>
    </message>
    <message>
        <source>Discipline {number} of {count}</source>
        <translation>Discipline {number} van {count}</translation>
    </message>
</context>
<context>
    <name>DisciplinesPage</name>
    <message>
        <source>Disciplines</source>
        <translation>Disciplines</translation>
    </message>
    <message>
        <source>Add discipline</source>
        <translation>Discipline toevoegen</translation>
    </message>
    <message>
        <source>New discipline</source>
        <translation>Nieuwe discipline</translation>
    </message>
    <message>
        <source>There are no disciplines yet. A discipline is a subject that judges, not a person.</source>
        <translation>Er zijn nog geen disciplines. Een discipline is een vak dat oordeelt, geen persoon.</translation>
    </message>
    <message>
        <source>The order is the order of the seats in the table</source>
        <translation>Deze volgorde is de volgorde in de tabel</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>afwezig</translation>
    </message>
</context>
<context>
    <name>DiscussScreen</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Verschil</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Oordelen</translation>
    </message>
    <message>
        <source>This session has no values or platforms yet.</source>
        <translation>Deze sessie heeft nog geen waarden of platforms.</translation>
    </message>
    <message>
        <source>Go to preparation</source>
        <translation>Naar Voorbereiden</translation>
    </message>
    <message>
        <source>Discuss first</source>
        <translation>Bespreek eerst</translation>
    </message>
    <message>
        <source>There is no cell in which disciplines differ.</source>
        <translation>Er is geen cel waarin disciplines verschillen.</translation>
    </message>
    <message>
        <source>Any cell</source>
        <translation>Ga naar een cel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Waarde</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down: previous and next cell</source>
        <translation>Alt+pijl omhoog of omlaag: vorige of volgende cel</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>Previous cell (Alt+Up)</source>
        <translation>Vorige cel (Alt+pijl omhoog)</translation>
    </message>
    <message>
        <source>Next cell (Alt+Down)</source>
        <translation>Volgende cel (Alt+pijl omlaag)</translation>
    </message>
    <message>
        <source>Answers of all disciplines</source>
        <translation>Oordelen van alle disciplines</translation>
    </message>
    <message>
        <source>Platforms of this value</source>
        <translation>Platforms bij deze waarde</translation>
    </message>
    <message>
        <source>Conclusion of the group, in words</source>
        <translation>Conclusie van de groep, in woorden</translation>
    </message>
    <message>
        <source>Conclusion of the group</source>
        <translation>Conclusie van de groep</translation>
    </message>
    <message>
        <source>Minority note</source>
        <translation>Minderheidsstandpunt</translation>
    </message>
    <message>
        <source>Discipline of the minority note</source>
        <translation>Discipline van het minderheidsstandpunt</translation>
    </message>
    <message numerus="yes">
        <source>%n level(s)</source>
        <translation>
            <numerusform>%n niveau</numerusform>
            <numerusform>%n niveaus</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} with conclusion</source>
        <translation>{done} van {total} met conclusie</translation>
    </message>
    <message>
        <source>Not yet judged: {names}.</source>
        <translation>Nog niet beoordeeld: {names}.</translation>
    </message>
    <message>
        <source>As the group says it</source>
        <translation>Zoals de groep het zegt</translation>
    </message>
    <message>
        <source>In the words of this discipline</source>
        <translation>In de woorden van deze discipline</translation>
    </message>
    <message>
        <source>confirmed by {name}</source>
        <translation>bevestigd door {name}</translation>
    </message>
    <message>
        <source>Write the note first; then its discipline can confirm it.</source>
        <translation>Schrijf eerst het standpunt op; daarna kan de discipline het bevestigen.</translation>
    </message>
    <message>
        <source>No minority note.</source>
        <translation>Geen minderheidsstandpunt.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Move</source>
        <translation>Verplaatsen</translation>
    </message>
    <message>
        <source>Up	Alt+Up</source>
        <translation>Omhoog	Alt+↑</translation>
    </message>
    <message>
        <source>Down	Alt+Down</source>
        <translation>Omlaag	Alt+↓</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bewerken</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Wat u ziet</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Remove ‘{name}’?</source>
        <translation>‘{name}’ verwijderen?</translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s) will go with it. You can undo this with Ctrl+Z.</source>
        <translation>
            <numerusform>Hiermee gaat %n oordeel mee. U kunt dit ongedaan maken met Ctrl+Z.</numerusform>
            <numerusform>Hiermee gaan %n oordelen mee. U kunt dit ongedaan maken met Ctrl+Z.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Edit	F2</source>
        <translation>Bewerken	F2</translation>
    </message>
    <message>
        <source>Up	Alt+Up</source>
        <translation>Omhoog	Alt+↑</translation>
    </message>
    <message>
        <source>Down	Alt+Down</source>
        <translation>Omlaag	Alt+↓</translation>
    </message>
    <message>
        <source>Remove	Del</source>
        <translation>Verwijderen	Del</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Save a copy elsewhere…</source>
        <translation>Kopie bewaren als…</translation>
    </message>
    <message>
        <source>Save a copy to work in…</source>
        <translation>Kopie bewaren om erin te werken…</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Fasen</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Voorbereiden</translation>
    </message>
    <message>
        <source>Prep.</source>
        <translation>Voorber.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Beoordelen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <source>&amp;New session…</source>
        <translation>&amp;Nieuwe sessie…</translation>
    </message>
    <message>
        <source>&amp;Open session…</source>
        <translation>Sessie &amp;openen…</translation>
    </message>
    <message>
        <source>&amp;Recent sessions</source>
        <translation>&amp;Recente sessies</translation>
    </message>
    <message>
        <source>Save a &amp;copy…</source>
        <translation>&amp;Kopie bewaren…</translation>
    </message>
    <message>
        <source>&amp;Import ratings (CSV)…</source>
        <translation>Oordelen &amp;inlezen (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporteren…</translation>
    </message>
    <message>
        <source>C&amp;lose session</source>
        <translation>Sessie &amp;sluiten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afsluiten</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>Be&amp;werken</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Ongedaan maken</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>O&amp;pnieuw</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>B&amp;eeld</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Kleuren</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoog contrast</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>&amp;Grotere letters</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>&amp;Kleinere letters</translation>
    </message>
    <message>
        <source>&amp;Normal type</source>
        <translation>&amp;Normale letters</translation>
    </message>
    <message>
        <source>S&amp;wap values and platforms</source>
        <translation>&amp;Waarden en platforms omwisselen</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Taal</translation>
    </message>
    <message>
        <source>&amp;Session</source>
        <translation>&amp;Sessie</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Toetsen</translation>
    </message>
    <message>
        <source>&amp;About Kanaalwaarden</source>
        <translation>&amp;Over Kanaalwaarden</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>Nog geen sessies</translation>
    </message>
    <message>
        <source>Kanaalwaarden {version}
Deliberation about channels and values, without averaging.
EUPL-1.2</source>
        <translation>Kanaalwaarden {version}
Samen wegen wat kanalen doen met waarden, zonder gemiddelde.
EUPL-1.2</translation>
    </message>
    <message>
        <source>About Kanaalwaarden</source>
        <translation>Over Kanaalwaarden</translation>
    </message>
    <message>
        <source>Everything recorded at {time}</source>
        <translation>Alles vastgelegd om {time}</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>&amp;Ongedaan maken: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>O&amp;pnieuw: {step}</translation>
    </message>
    <message>
        <source>Read-only: this is an example. Nothing you do here is kept.</source>
        <translation>Alleen-lezen: dit is een voorbeeld. Wat u hier doet, wordt niet bewaard.</translation>
    </message>
    <message>
        <source>Read-only: this file cannot be written.</source>
        <translation>Alleen-lezen: in dit bestand kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>{done} of {total} parts</source>
        <translation>{done} van {total} onderdelen</translation>
    </message>
    <message>
        <source>{done} of {total} disciplines</source>
        <translation>{done} van {total} disciplines</translation>
    </message>
    <message>
        <source>{done} of {total} cells</source>
        <translation>{done} van {total} cellen</translation>
    </message>
    <message>
        <source>{done} of {total} values</source>
        <translation>{done} van {total} waarden</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nog niet begonnen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>value table</source>
        <translation>waardentabel</translation>
    </message>
    <message>
        <source>Sessions (*.kanaal);;Exchange files (*.json);;All files (*)</source>
        <translation>Sessies (*.kanaal);;Uitwisselbestanden (*.json);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Open session</source>
        <translation>Sessie openen</translation>
    </message>
    <message>
        <source>Ratings (*.csv);;All files (*)</source>
        <translation>Oordelen (*.csv);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Import ratings</source>
        <translation>Oordelen inlezen</translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s) taken in.</source>
        <translation>
            <numerusform>%n oordeel ingelezen.</numerusform>
            <numerusform>%n oordelen ingelezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Kopie bewaren</translation>
    </message>
    <message>
        <source>Sessions (*.kanaal)</source>
        <translation>Sessies (*.kanaal)</translation>
    </message>
    <message>
        <source>Copy written: {path}</source>
        <translation>Kopie geschreven: {path}</translation>
    </message>
    <message>
        <source>Your work is kept on this computer and comes back the next time you open this session.</source>
        <translation>Uw werk blijft op deze computer bewaard en komt terug als u deze sessie weer opent.</translation>
    </message>
    <message>
        <source>Quit all the same</source>
        <translation>Toch afsluiten</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Verder werken</translation>
    </message>
</context>
<context>
    <name>NewSessionDialog</name>
    <message>
        <source>New session</source>
        <translation>Nieuwe sessie</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Beginnen met</translation>
    </message>
    <message>
        <source>Takes its values, platforms and disciplines along, but no answers and no names of people.</source>
        <translation>Waarden, platforms en disciplines gaan mee. Oordelen en namen van mensen niet.</translation>
    </message>
    <message>
        <source>An earlier session</source>
        <translation>Een eerdere sessie</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Bestand kiezen…</translation>
    </message>
    <message>
        <source>Empty session</source>
        <translation>Lege sessie</translation>
    </message>
    <message>
        <source>You fill in everything yourself.</source>
        <translation>U vult alles zelf in.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>for example: Social media 2026</source>
        <translation>bijvoorbeeld: Sociale media 2026</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Schaal</translation>
    </message>
    <message>
        <source>Can be changed until the first rating.</source>
        <translation>Te wijzigen tot de eerste beoordeling.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Het bestand</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Wijzig…</translation>
    </message>
    <message>
        <source>Make session</source>
        <translation>Sessie maken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Sessions (*.kanaal *.json);;All files (*)</source>
        <translation>Sessies (*.kanaal *.json);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Where does the session go?</source>
        <translation>Waar komt de sessie te staan?</translation>
    </message>
    <message>
        <source>Sessions (*.kanaal)</source>
        <translation>Sessies (*.kanaal)</translation>
    </message>
    <message>
        <source>session</source>
        <comment>file name</comment>
        <translation>sessie</translation>
    </message>
    <message>
        <source>Choose the file of the earlier session first.</source>
        <translation>Kies eerst het bestand van de eerdere sessie.</translation>
    </message>
</context>
<context>
    <name>OverviewScreen</name>
    <message>
        <source>Value table</source>
        <translation>Waardentabel</translation>
    </message>
    <message>
        <source>This session has no values or platforms yet.</source>
        <translation>Deze sessie heeft nog geen waarden of platforms.</translation>
    </message>
    <message>
        <source>Go to preparation</source>
        <translation>Naar Voorbereiden</translation>
    </message>
    <message>
        <source>All disciplines</source>
        <translation>Alle disciplines</translation>
    </message>
    <message>
        <source>One discipline</source>
        <translation>Eén discipline</translation>
    </message>
    <message>
        <source>One value</source>
        <translation>Eén waarde</translation>
    </message>
    <message>
        <source>One platform</source>
        <translation>Eén platform</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>Wat de tabel laat zien</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Welke</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legenda</translation>
    </message>
    <message>
        <source>Discuss first</source>
        <translation>Bespreek eerst</translation>
    </message>
    <message>
        <source>The cells in which disciplines differ, most divided first</source>
        <translation>De cellen waarin disciplines verschillen, de meest verdeelde eerst</translation>
    </message>
    <message>
        <source>The same place in every cell, from left to right:</source>
        <translation>Vaste plaats in elke cel, van links naar rechts:</translation>
    </message>
    <message>
        <source>This session has no disciplines yet; who judges is named in preparation.</source>
        <translation>Deze sessie heeft nog geen disciplines. Wie er oordelen, staat in Voorbereiden.</translation>
    </message>
    <message>
        <source>Nobody has judged yet. The marks appear here as soon as the first answers are in.</source>
        <translation>Er is nog niet beoordeeld. De oordelen staan hier zodra de eerste antwoorden binnen zijn.</translation>
    </message>
    <message>
        <source>Enter opens the conclusion</source>
        <translation>Enter opent de conclusie</translation>
    </message>
    <message>
        <source>Enter shows this discipline</source>
        <translation>Enter toont deze discipline</translation>
    </message>
    <message>
        <source>Enter opens the cell</source>
        <translation>Enter opent de cel</translation>
    </message>
</context>
<context>
    <name>PlatformEditor</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>How we use it now</source>
        <translation>Hoe wij het nu gebruiken</translation>
    </message>
    <message>
        <source>For example: what for, how often, for whom, who answers.</source>
        <translation>Bijvoorbeeld: waarvoor, hoe vaak, voor wie, wie antwoordt.</translation>
    </message>
    <message>
        <source>Platform {number} of {count}</source>
        <translation>Platform {number} van {count}</translation>
    </message>
</context>
<context>
    <name>PlatformsPage</name>
    <message>
        <source>Platforms</source>
        <translation>Platforms</translation>
    </message>
    <message>
        <source>Add platform</source>
        <translation>Platform toevoegen</translation>
    </message>
    <message>
        <source>New platform</source>
        <translation>Nieuw platform</translation>
    </message>
    <message>
        <source>There are no platforms yet. Your own channels and open alternatives belong here too.</source>
        <translation>Er zijn nog geen platforms. Ook eigen kanalen en open alternatieven horen hier.</translation>
    </message>
    <message>
        <source>Own channels and open alternatives too</source>
        <translation>Ook eigen kanalen en open alternatieven</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>Prepare</source>
        <translation>Voorbereiden</translation>
    </message>
    <message>
        <source>Parts of the preparation</source>
        <translation>Onderdelen van de voorbereiding</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Zaak</translation>
    </message>
    <message>
        <source>Disciplines</source>
        <translation>Disciplines</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Platforms</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>Scale and rules</source>
        <translation>Schaal en regels</translation>
    </message>
    <message>
        <source>give a title</source>
        <translation>titel geven</translation>
    </message>
    <message>
        <source>describe the case</source>
        <translation>zaak beschrijven</translation>
    </message>
    <message>
        <source>invite at least two disciplines</source>
        <translation>minstens twee disciplines uitnodigen</translation>
    </message>
    <message>
        <source>choose platforms</source>
        <translation>platforms kiezen</translation>
    </message>
    <message>
        <source>choose values</source>
        <translation>waarden kiezen</translation>
    </message>
    <message>
        <source>Still to do: {parts}</source>
        <translation>Nog te doen: {parts}</translation>
    </message>
    <message>
        <source>Everything is there</source>
        <translation>Alles staat klaar</translation>
    </message>
</context>
<context>
    <name>ProblemDialog</name>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>RateScreen</name>
    <message>
        <source>There is nothing to rate yet: this session needs values, platforms and disciplines.</source>
        <translation>Er is nog niets te beoordelen: deze sessie heeft waarden, platforms en disciplines nodig.</translation>
    </message>
    <message>
        <source>Go to Prepare</source>
        <translation>Naar Voorbereiden</translation>
    </message>
    <message>
        <source>Between grid and reason</source>
        <translation>Tussen tabel en toelichting</translation>
    </message>
    <message>
        <source>Disciplines</source>
        <translation>Disciplines</translation>
    </message>
    <message>
        <source>Previous discipline</source>
        <translation>Vorige discipline</translation>
    </message>
    <message>
        <source>Next discipline</source>
        <translation>Volgende discipline</translation>
    </message>
    <message>
        <source>Answers of one discipline</source>
        <translation>Oordelen van één discipline</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>Back to the table</source>
        <translation>Terug naar de tabel</translation>
    </message>
    <message>
        <source>A reason is asked for at this end of the scale.</source>
        <translation>Bij dit niveau hoort een toelichting.</translation>
    </message>
    <message>
        <source>On condition that</source>
        <translation>Onder voorwaarde dat</translation>
    </message>
    <message>
        <source>Current practice</source>
        <translation>Huidig gebruik</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>afwezig</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>klaar</translation>
    </message>
    <message>
        <source>no judgement · not my field</source>
        <translation>geen oordeel · buiten mijn vak</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>toelichting</translation>
    </message>
    <message>
        <source>next discipline</source>
        <translation>volgende</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>wissen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verplaatsen</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>{name} rates</source>
        <translation>{name} beoordeelt</translation>
    </message>
    <message>
        <source>round {number}</source>
        <translation>ronde {number}</translation>
    </message>
    <message>
        <source>marked absent</source>
        <translation>staat op afwezig</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s) missing</source>
        <translation>
            <numerusform>%n toelichting ontbreekt</numerusform>
            <numerusform>%n toelichtingen ontbreken</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>How much negative influence does our use of {platform} have on this?</source>
        <translation>Hoeveel negatieve invloed heeft ons gebruik van {platform} hierop?</translation>
    </message>
    <message>
        <source>What does our use of {platform} do to this?</source>
        <translation>Wat doet ons gebruik van {platform} hiermee?</translation>
    </message>
</context>
<context>
    <name>ReportScreen</name>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>What leaves the room</source>
        <translation>Wat de kamer uit gaat</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Bewaren…</translation>
    </message>
    <message>
        <source>Value table as PDF</source>
        <translation>Waardentabel als PDF</translation>
    </message>
    <message>
        <source>Every cell with its conclusion, all marks, who stands alone, the reasons and who was there. To print or to send.</source>
        <translation>Elke cel met conclusie, alle oordelen, wie alleen staat, de redenen en wie erbij was. Om te drukken of te sturen.</translation>
    </message>
    <message>
        <source>value table</source>
        <comment>file name</comment>
        <translation>waardentabel</translation>
    </message>
    <message>
        <source>Value table as CSV</source>
        <translation>Waardentabel als CSV</translation>
    </message>
    <message>
        <source>One row per value and platform, for a spreadsheet: conclusion, difference, counts, who stands alone.</source>
        <translation>Eén regel per waarde en platform, voor een rekenblad: conclusie, verschil, aantallen, wie alleen staat.</translation>
    </message>
    <message>
        <source>Ratings as CSV</source>
        <translation>Oordelen als CSV</translation>
    </message>
    <message>
        <source>One row per answer: round, discipline, platform, value, level and reason. Can be taken in again.</source>
        <translation>Eén regel per oordeel: ronde, discipline, platform, waarde, niveau en reden. Kan weer worden ingelezen.</translation>
    </message>
    <message>
        <source>ratings</source>
        <comment>file name</comment>
        <translation>oordelen</translation>
    </message>
    <message>
        <source>Exchange file (JSON)</source>
        <translation>Uitwisselbestand (JSON)</translation>
    </message>
    <message>
        <source>The whole session, for other programs and for archives. Names of people are in it as well.</source>
        <translation>De hele sessie, voor andere programma&apos;s en het archief. Ook namen van mensen staan erin.</translation>
    </message>
    <message>
        <source>session</source>
        <comment>file name</comment>
        <translation>sessie</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>Taal van het document</translation>
    </message>
    <message>
        <source>What comes in</source>
        <translation>Wat erbij komt</translation>
    </message>
    <message>
        <source>Import ratings (CSV)</source>
        <translation>Oordelen inlezen (CSV)</translation>
    </message>
    <message>
        <source>Answers of a file in the same columns, all or nothing. What stood in the same cells is replaced.</source>
        <translation>Oordelen uit een bestand met dezelfde kolommen, alles of niets. Wat in dezelfde cellen stond, wordt vervangen.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Inlezen…</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Oordelen</translation>
    </message>
    <message>
        <source>Who is missing</source>
        <translation>Wie ontbreekt</translation>
    </message>
    <message>
        <source>Conclusions</source>
        <translation>Conclusies</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Verschillen</translation>
    </message>
    <message>
        <source>Who stands alone</source>
        <translation>Wie alleen staat</translation>
    </message>
    <message>
        <source>No cells in which disciplines differ.</source>
        <translation>Er zijn geen cellen waarin disciplines verschillen.</translation>
    </message>
    <message>
        <source>Nobody stands alone.</source>
        <translation>Niemand staat alleen.</translation>
    </message>
    <message>
        <source>{done} of {total} answers are in.</source>
        <translation>{done} van {total} oordelen zijn binnen.</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n answer(s) to go</source>
        <translation>
            <numerusform>{name}: nog %n oordeel</numerusform>
            <numerusform>{name}: nog %n oordelen</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody is there and has answered.</source>
        <translation>Iedereen is er en heeft geoordeeld.</translation>
    </message>
    <message>
        <source>Every value has a conclusion.</source>
        <translation>Elke waarde heeft een conclusie.</translation>
    </message>
    <message>
        <source>There are no values yet.</source>
        <translation>Er zijn nog geen waarden.</translation>
    </message>
    <message>
        <source>Without a conclusion: {names}</source>
        <translation>Nog te doen: {names}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Bewaard: {name}</translation>
    </message>
    <message>
        <source>Ratings (*.csv);;All files (*)</source>
        <translation>Oordelen (*.csv);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Import ratings</source>
        <translation>Oordelen inlezen</translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s) taken in. You can undo this with Ctrl+Z.</source>
        <translation>
            <numerusform>%n oordeel ingelezen. U kunt dit ongedaan maken met Ctrl+Z.</numerusform>
            <numerusform>%n oordelen ingelezen. U kunt dit ongedaan maken met Ctrl+Z.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>Scale</source>
        <translation>Schaal</translation>
    </message>
    <message>
        <source>One-sided</source>
        <translation>Eenzijdig</translation>
    </message>
    <message>
        <source>Two-sided</source>
        <translation>Tweezijdig</translation>
    </message>
    <message>
        <source>Asks only for negative influence, as the province of Utrecht did.</source>
        <translation>Vraagt alleen naar negatieve invloed, zoals de provincie Utrecht deed.</translation>
    </message>
    <message>
        <source>Also has room for what a platform adds to a value.</source>
        <translation>Heeft ook plaats voor wat een platform aan een waarde toevoegt.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regels</translation>
    </message>
    <message>
        <source>A reason is required at the ends of the scale</source>
        <translation>Toelichting verplicht aan de uiteinden van de schaal</translation>
    </message>
    <message>
        <source>Language of the documents</source>
        <translation>Taal van de documenten</translation>
    </message>
    <message>
        <source>No averages, no vote</source>
        <translation>Geen gemiddelde, geen stemming</translation>
    </message>
    <message>
        <source>Every judgement stays visible, with the discipline that gave it, and who stands alone is named.</source>
        <translation>Elk oordeel blijft zichtbaar, met de discipline die het gaf. Wie alleen staat, wordt genoemd.</translation>
    </message>
    <message>
        <source>There is no objective measure to set one discipline against another, so nothing is averaged and nobody votes.</source>
        <translation>Er is geen objectieve maat om disciplines tegen elkaar af te zetten. Daarom wordt er niet gemiddeld en niet gestemd.</translation>
    </message>
    <message>
        <source>‘No judgement’ is an answer too.</source>
        <translation>‘Geen oordeel’ is ook een antwoord.</translation>
    </message>
    <message>
        <source>The scale is fixed at the first rating.</source>
        <translation>De schaal staat vast zodra de eerste beoordeling binnen is.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>prepare, rate, conversation, report, overview</source>
        <translation>voorbereiden, beoordelen, gesprek, verslag, overzicht</translation>
    </message>
    <message>
        <source>undo / redo</source>
        <translation>ongedaan maken / opnieuw</translation>
    </message>
    <message>
        <source>new session / open session</source>
        <translation>nieuwe sessie / sessie openen</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exporteren</translation>
    </message>
    <message>
        <source>save a copy</source>
        <translation>kopie bewaren</translation>
    </message>
    <message>
        <source>larger, smaller, normal type</source>
        <translation>grotere, kleinere, normale letters</translation>
    </message>
    <message>
        <source>to the other part of the screen</source>
        <translation>naar het andere deel van het scherm</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Voorbereiden</translation>
    </message>
    <message>
        <source>next tab</source>
        <translation>volgend tabblad</translation>
    </message>
    <message>
        <source>move up or down in the list</source>
        <translation>omhoog of omlaag in de lijst</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>verwijderen</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Beoordelen</translation>
    </message>
    <message>
        <source>a level, in the order of the scale; moves on to the next cell</source>
        <translation>een niveau, in de volgorde van de schaal; daarna de volgende cel</translation>
    </message>
    <message>
        <source>no judgement</source>
        <translation>geen oordeel</translation>
    </message>
    <message>
        <source>clear the answer</source>
        <translation>oordeel wissen</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verplaatsen</translation>
    </message>
    <message>
        <source>F2 or a letter</source>
        <translation>F2 of een letter</translation>
    </message>
    <message>
        <source>write the reason</source>
        <translation>toelichting schrijven</translation>
    </message>
    <message>
        <source>back to the grid / back and to the next cell</source>
        <translation>terug naar de tabel / terug en naar de volgende cel</translation>
    </message>
    <message>
        <source>previous / next discipline</source>
        <translation>vorige / volgende discipline</translation>
    </message>
    <message>
        <source>Overview and conversation</source>
        <translation>Overzicht en gesprek</translation>
    </message>
    <message>
        <source>open the cell</source>
        <translation>cel openen</translation>
    </message>
    <message>
        <source>previous / next cell to discuss</source>
        <translation>vorige / volgende cel om te bespreken</translation>
    </message>
    <message>
        <source>copy the table</source>
        <translation>tabel kopiëren</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>Consider together what social media do to the values you stand for.</source>
        <translation>Samen wegen wat sociale media doen met de waarden waar u voor staat.</translation>
    </message>
    <message>
        <source>New session…</source>
        <translation>Nieuwe sessie…</translation>
    </message>
    <message>
        <source>Open session…</source>
        <translation>Sessie openen…</translation>
    </message>
    <message>
        <source>See an example</source>
        <translation>Voorbeeld bekijken</translation>
    </message>
    <message>
        <source>a finished session, read-only</source>
        <translation>een afgeronde sessie, alleen-lezen</translation>
    </message>
    <message>
        <source>Utrecht 2025</source>
        <translation>Utrecht 2025</translation>
    </message>
    <message>
        <source>the published outcome, read-only</source>
        <translation>de gepubliceerde uitkomst, alleen-lezen</translation>
    </message>
    <message>
        <source>Recent sessions</source>
        <translation>Recente sessies</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Van de lijst halen</translation>
    </message>
    <message>
        <source>The file itself stays where it is.</source>
        <translation>Het bestand zelf blijft staan.</translation>
    </message>
    <message>
        <source>No sessions yet. A session that you make or open will stand here.</source>
        <translation>Nog geen sessies. Wat u maakt of opent, komt hier te staan.</translation>
    </message>
    <message>
        <source>Begin with a template</source>
        <translation>Beginnen met een sjabloon</translation>
    </message>
    <message>
        <source>Everything stays on this computer. No account and no connection is needed.</source>
        <translation>Alles blijft op deze computer. Er is geen account en geen verbinding nodig.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n waarde</numerusform>
            <numerusform>%n waarden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n platform(s)</source>
        <translation>
            <numerusform>%n platform</numerusform>
            <numerusform>%n platforms</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty session</source>
        <translation>Lege sessie</translation>
    </message>
    <message>
        <source>fill in everything yourself</source>
        <translation>alles zelf invullen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>niet gevonden</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>niet te lezen</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Voorbereiden</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Beoordelen</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gesprek</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message numerus="yes">
        <source>%n discipline(s)</source>
        <translation>
            <numerusform>%n discipline</numerusform>
            <numerusform>%n disciplines</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>vandaag {time}</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Working definition</source>
        <translation>Werkdefinitie</translation>
    </message>
    <message>
        <source>Question for the room</source>
        <translation>Vraag aan de tafel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkomst</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Source, version or place</source>
        <translation>Bron, versie of vindplaats</translation>
    </message>
    <message>
        <source>Short name, for tables</source>
        <translation>Korte naam, voor tabellen</translation>
    </message>
    <message>
        <source>Recorded changes</source>
        <translation>Vastgelegde wijzigingen</translation>
    </message>
    <message>
        <source>Value {number} of {count}</source>
        <translation>Waarde {number} van {count}</translation>
    </message>
    <message>
        <source>Ratings have been given. Every change is recorded with its moment.</source>
        <translation>Er is al beoordeeld. Elke wijziging wordt vastgelegd met het tijdstip.</translation>
    </message>
    <message>
        <source>Settle the text before the first rating. Every change is recorded with its moment.</source>
        <translation>Stel de tekst vast vóór de eerste beoordeling. Elke wijziging wordt vastgelegd met het tijdstip.</translation>
    </message>
    <message>
        <source>Question changed on {at}, {moment}. It was: ‘{text}’</source>
        <translation>Vraag gewijzigd op {at}, {moment}. Dit stond er: ‘{text}’</translation>
    </message>
    <message>
        <source>Definition changed on {at}, {moment}. It was: ‘{text}’</source>
        <translation>Definitie gewijzigd op {at}, {moment}. Dit stond er: ‘{text}’</translation>
    </message>
</context>
<context>
    <name>ValuePicker</name>
    <message>
        <source>Values from a template</source>
        <translation>Waarden uit een sjabloon</translation>
    </message>
    <message>
        <source>Which values do you want to add? You can change every text afterwards.</source>
        <translation>Welke waarden wilt u toevoegen? U kunt elke tekst daarna nog wijzigen.</translation>
    </message>
    <message>
        <source>Values from templates</source>
        <translation>Waarden uit sjablonen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Every value of the templates is in the list already.</source>
        <translation>Alle waarden uit de sjablonen staan al in de lijst.</translation>
    </message>
</context>
<context>
    <name>ValuesPage</name>
    <message>
        <source>Values</source>
        <translation>Waarden</translation>
    </message>
    <message>
        <source>Add value</source>
        <translation>Waarde toevoegen</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nieuwe waarde</translation>
    </message>
    <message>
        <source>There are no values yet. A value says what you want to stand for.</source>
        <translation>Er zijn nog geen waarden. Een waarde zegt waar u voor wilt staan.</translation>
    </message>
    <message>
        <source>At most eight fit in 150 minutes</source>
        <translation>Hooguit acht past in 150 minuten</translation>
    </message>
    <message>
        <source>From a template…</source>
        <translation>Uit een sjabloon…</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>Something went wrong in the program. What you entered up to now has been kept.</source>
        <translation>Er ging iets mis in het programma. Wat u tot nu toe invoerde, is bewaard.</translation>
    </message>
    <message>
        <source>You can go on. The details below help us to mend it.</source>
        <translation>U kunt verder werken. De details hieronder helpen ons om het te herstellen.</translation>
    </message>
</context>
</TS>
