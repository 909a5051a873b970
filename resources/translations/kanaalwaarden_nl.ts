<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AccountEditor</name>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>As it is called on the platform.</source>
        <translation>Zoals het op het platform heet.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Beheerder</translation>
    </message>
    <message>
        <source>A team or a role, not a person.</source>
        <translation>Een team of functie, geen naam van een mens.</translation>
    </message>
    <message>
        <source>Account of a project</source>
        <translation>Account van een project</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Waarvoor</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Doelgroep</translation>
    </message>
    <message>
        <source>In line with our policy</source>
        <translation>In lijn met ons beleid</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Reacties</translation>
    </message>
    <message>
        <source>Aim</source>
        <translation>Bedoeling</translation>
    </message>
    <message>
        <source>What we do for it</source>
        <translation>Wat we ervoor doen</translation>
    </message>
    <message>
        <source>Norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>Verkeer</translation>
    </message>
    <message>
        <source>Approach</source>
        <translation>Aanpak</translation>
    </message>
    <message>
        <source>Effect that can be shown</source>
        <translation>Aantoonbaar effect</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cijfer</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Gemeten op</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Account toevoegen</translation>
    </message>
    <message>
        <source>There are no accounts yet. Read in a list, paste it from a spreadsheet, or add one.</source>
        <translation>Er zijn nog geen accounts. Lees een lijst in, plak hem uit een spreadsheet, of voeg er een toe.</translation>
    </message>
    <message>
        <source>Read in…</source>
        <translation>Inlezen…</translation>
    </message>
    <message>
        <source>A CSV or Excel file with a row for each account</source>
        <translation>Een CSV- of Excel-bestand met een rij per account</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Plakken</translation>
    </message>
    <message>
        <source>Rows that were copied in a spreadsheet, with their header (Ctrl+V)</source>
        <translation>Rijen die in een spreadsheet zijn gekopieerd, met de kopregel (Ctrl+V)</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Bewaren als…</translation>
    </message>
    <message>
        <source>Find in the accounts</source>
        <translation>Zoeken in de accounts</translation>
    </message>
    <message>
        <source>find</source>
        <translation>zoeken</translation>
    </message>
    <message>
        <source>account of a project</source>
        <translation>projectaccount</translation>
    </message>
    <message>
        <source>Read in accounts</source>
        <translation>Accounts inlezen</translation>
    </message>
    <message>
        <source>CSV or Excel (*.csv *.xlsx *.txt)</source>
        <translation>CSV of Excel (*.csv *.xlsx *.txt)</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) read in. Ctrl+Z takes them back.</source>
        <translation>
            <numerusform>%n account ingelezen. Met Ctrl+Z draait u het terug.</numerusform>
            <numerusform>%n accounts ingelezen. Met Ctrl+Z draait u het terug.</numerusform>
        </translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save the accounts</source>
        <translation>Accounts bewaren</translation>
    </message>
    <message>
        <source>accounts.xlsx</source>
        <translation>accounts.xlsx</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Bewaard: {name}</translation>
    </message>
</context>
<context>
    <name>ActionEditor</name>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>A discipline, team or role, not a person.</source>
        <translation>Een discipline, team of functie, geen naam van een mens.</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>Klaar op</translation>
    </message>
    <message>
        <source>Necessity</source>
        <translation>Noodzaak</translation>
    </message>
    <message>
        <source>Importance</source>
        <translation>Belang</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>Because of which value</source>
        <translation>Vanwege welke waarde</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>all platforms</source>
        <translation>alle platforms</translation>
    </message>
    <message>
        <source>no value in particular</source>
        <translation>geen waarde in het bijzonder</translation>
    </message>
</context>
<context>
    <name>ActionsPage</name>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Actie toevoegen</translation>
    </message>
    <message>
        <source>There are no actions yet.</source>
        <translation>Er zijn nog geen acties.</translation>
    </message>
    <message>
        <source>What is necessary stands first</source>
        <translation>Wat noodzakelijk is, staat bovenaan</translation>
    </message>
    <message>
        <source>done</source>
        <translation>klaar</translation>
    </message>
</context>
<context>
    <name>ActionsTable</name>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Actie toevoegen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Actie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>Klaar op</translation>
    </message>
    <message>
        <source>Necessity and importance</source>
        <translation>Noodzaak en belang</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>There are no actions yet.</source>
        <translation>Er zijn nog geen acties.</translation>
    </message>
</context>
<context>
    <name>AnswerFields</name>
    <message>
        <source>E&amp;xplanation</source>
        <translation>&amp;Uitleg</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>In eigen woorden</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
</context>
<context>
    <name>ArgumentsPanel</name>
    <message>
        <source>Who says it</source>
        <translation>Wie dit zegt</translation>
    </message>
    <message>
        <source>Fact or view</source>
        <translation>Feit of zienswijze</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Waar het over gaat</translation>
    </message>
    <message>
        <source>Own conduct or the platform&apos;s</source>
        <translation>Eigen gedrag of dat van het platform</translation>
    </message>
    <message>
        <source>Argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>What is said, in one line; Enter records it</source>
        <translation>Wat er gezegd wordt, in één regel; Enter legt het vast</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Change this argument (F2)</source>
        <translation>Dit argument wijzigen (F2)</translation>
    </message>
    <message>
        <source>Remove this argument (Del)</source>
        <translation>Dit argument verwijderen (Del)</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Wat er gezegd is</translation>
    </message>
    <message>
        <source>Nothing has been recorded on this cell yet.</source>
        <translation>Bij deze cel is nog niets vastgelegd.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
    </message>
</context>
<context>
    <name>AssociationDialog</name>
    <message>
        <source>Open session files with this program</source>
        <translation>Sessiebestanden met dit programma openen</translation>
    </message>
    <message>
        <source>A double click on a session (.kanaal) then opens it in this program. It holds for your account only, needs no administrator rights and can be undone here.</source>
        <translation>Een dubbelklik op een sessie (.kanaal) opent die dan in dit programma. Het geldt alleen voor uw account, er zijn geen beheerdersrechten voor nodig en u kunt het hier ongedaan maken.</translation>
    </message>
    <message>
        <source>This has been set already. Set it again if the program was moved to another folder.</source>
        <translation>Dit is al ingesteld. Stel het opnieuw in als het programma naar een andere map is verplaatst.</translation>
    </message>
    <message>
        <source>What is written on this computer</source>
        <translation>Wat er op deze computer wordt geschreven</translation>
    </message>
    <message>
        <source>Set again</source>
        <translation>Opnieuw instellen</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>Instellen</translation>
    </message>
    <message>
        <source>Session files open with this program from now on.</source>
        <translation>Sessiebestanden gaan voortaan met dit programma open.</translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation>Ongedaan maken</translation>
    </message>
    <message>
        <source>Session files no longer belong to this program.</source>
        <translation>Sessiebestanden zijn niet meer aan dit programma gekoppeld.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>BlindPage</name>
    <message>
        <source>Revealing cannot be undone.</source>
        <translation>Onthullen kan niet ongedaan worden gemaakt.</translation>
    </message>
</context>
<context>
    <name>CardEditor</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Gemaakt door</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Wat het zegt</translation>
    </message>
    <message>
        <source>What it means for us</source>
        <translation>Wat het voor ons betekent</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>What they chose</source>
        <translation>Wat zij kozen</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>Nagekeken op</translation>
    </message>
    <message>
        <source>Checked today</source>
        <translation>Vandaag nagekeken</translation>
    </message>
    <message>
        <source>This card is over a year old. Look whether it still holds.</source>
        <translation>Deze kaart is ouder dan een jaar. Kijk na of zij nog klopt.</translation>
    </message>
    <message>
        <source>no platform in particular</source>
        <translation>geen platform in het bijzonder</translation>
    </message>
</context>
<context>
    <name>CardsPage</name>
    <message>
        <source>Guideline cards</source>
        <translation>Kaderkaarten</translation>
    </message>
    <message>
        <source>Add card</source>
        <translation>Kaart toevoegen</translation>
    </message>
    <message>
        <source>There are no cards yet. A card is a dated rule, a fact, or what another authority chose.</source>
        <translation>Er zijn nog geen kaarten. Een kaart is een regel of een feit met een datum, of wat een andere overheid koos.</translation>
    </message>
    <message>
        <source>Supplied cards…</source>
        <translation>Meegeleverde kaarten…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Guidelines and facts</source>
        <translation>Kaders en feiten</translation>
    </message>
    <message>
        <source>Choices of others</source>
        <translation>Keuzes van anderen</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Getoond</translation>
    </message>
    <message>
        <source>over a year old</source>
        <translation>ouder dan een jaar</translation>
    </message>
    <message>
        <source>Supplied cards</source>
        <translation>Meegeleverde kaarten</translation>
    </message>
</context>
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
    <name>CompareScreen</name>
    <message>
        <source>Comparison</source>
        <translation>Vergelijking</translation>
    </message>
    <message>
        <source>Choose another session…</source>
        <translation>Andere sessie kiezen…</translation>
    </message>
    <message>
        <source>Save the comparison…</source>
        <translation>Vergelijking bewaren…</translation>
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
        <source>Choose the session of last year, for example. What moved since, and what was decided, then stands here.</source>
        <translation>Kies bijvoorbeeld de sessie van vorig jaar. Hier staat dan wat er sindsdien is veranderd en besloten.</translation>
    </message>
    <message>
        <source>Choose a session…</source>
        <translation>Sessie kiezen…</translation>
    </message>
    <message>
        <source>Sessions (*.kanaal *.json)</source>
        <translation>Sessies (*.kanaal *.json)</translation>
    </message>
    <message>
        <source>Compare with another session</source>
        <translation>Vergelijken met een andere sessie</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>vergelijking</translation>
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
        <source>Save the comparison</source>
        <translation>Vergelijking bewaren</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>Bewaard: {name}</translation>
    </message>
</context>
<context>
    <name>DecideScreen</name>
    <message>
        <source>Platforms to decide on</source>
        <translation>Platforms om over te besluiten</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Platforms</translation>
    </message>
    <message>
        <source>There are no platforms yet. Choose platforms first; then decide on each.</source>
        <translation>Er zijn nog geen platforms. Kies eerst platforms; besluit daarna over elk.</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Wat er wordt gevraagd</translation>
    </message>
    <message>
        <source>weighing and decision</source>
        <translation>afweging en besluit</translation>
    </message>
    <message>
        <source>Values beside it</source>
        <translation>Waarden erbij</translation>
    </message>
    <message>
        <source>Show the decision</source>
        <translation>Toon besluit</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>Part of the decision</source>
        <translation>Deel van het besluit</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>nog niet begonnen</translation>
    </message>
    <message>
        <source>decision complete</source>
        <translation>besluit klaar</translation>
    </message>
    <message>
        <source>{done} of {total} questions</source>
        <translation>{done} van {total} vragen</translation>
    </message>
    <message>
        <source>Whole session</source>
        <translation>Hele sessie</translation>
    </message>
    <message>
        <source>evaluation, actions</source>
        <translation>evaluatie, acties</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>Risico&apos;s</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Drempels</translation>
    </message>
    <message>
        <source>Standpoints</source>
        <translation>Standpunten</translation>
    </message>
    <message>
        <source>Reach: switch a platform off</source>
        <translation>Bereik: zet een platform uit</translation>
    </message>
    <message>
        <source>All actions</source>
        <translation>Alle acties</translation>
    </message>
    <message>
        <source>evaluation and closing</source>
        <translation>evaluatie en slot</translation>
    </message>
</context>
<context>
    <name>DecisionPanel</name>
    <message>
        <source>why, or provided that</source>
        <translation>waarom, of mits</translation>
    </message>
    <message>
        <source>Can we?</source>
        <translation>Kan het?</translation>
    </message>
    <message>
        <source>law, technique, security</source>
        <translation>recht, techniek, veiligheid</translation>
    </message>
    <message>
        <source>Do we want to?</source>
        <translation>Willen we het?</translation>
    </message>
    <message>
        <source>values, task, alternatives</source>
        <translation>waarden, opdracht, alternatieven</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Uitkomst</translation>
    </message>
    <message>
        <source>For what, or for which group not</source>
        <translation>Waarvoor wel, of voor welke groep niet</translation>
    </message>
    <message>
        <source>Conditions, one on each line</source>
        <translation>Voorwaarden, één per regel</translation>
    </message>
    <message>
        <source>We stop if</source>
        <translation>Wij stoppen als</translation>
    </message>
    <message>
        <source>Thresholds…</source>
        <translation>Drempels…</translation>
    </message>
    <message>
        <source>Weighed again on</source>
        <translation>Opnieuw wegen op</translation>
    </message>
    <message>
        <source>Who decides</source>
        <translation>Wie besluit</translation>
    </message>
    <message>
        <source>A body or a role, not a person.</source>
        <translation>Een orgaan of functie, geen naam van een mens.</translation>
    </message>
    <message>
        <source>In which capacity</source>
        <translation>In welke rol</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>Besloten op</translation>
    </message>
    <message>
        <source>One sentence to the public</source>
        <translation>Eén zin voor het publiek</translation>
    </message>
    <message>
        <source>No threshold has been set yet.</source>
        <translation>Er is nog geen drempel afgesproken.</translation>
    </message>
    <message>
        <source>Still open: {parts}</source>
        <translation>Nog open: {parts}</translation>
    </message>
    <message>
        <source>The decision is complete.</source>
        <translation>Het besluit is klaar.</translation>
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
        <source>Back to the cell</source>
        <translation>Terug naar de cel</translation>
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
        <source>Show cell</source>
        <translation>Toon cel</translation>
    </message>
    <message>
        <source>Show this cell on the projector</source>
        <translation>Toon deze cel op het scherm voor de zaal</translation>
    </message>
    <message>
        <source>Speaking time</source>
        <translation>Spreektijd</translation>
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
        <source>Parts of the conversation</source>
        <translation>Onderdelen van het gesprek</translation>
    </message>
    <message>
        <source>Take over the sentence</source>
        <translation>Neem de zin over</translation>
    </message>
    <message>
        <source>Start the conclusion from the sentence above; the level stays for the group to say</source>
        <translation>Begin de conclusie met de zin hierboven; het niveau kiest de groep zelf</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Ronde</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>Conclusie</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumenten</translation>
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
        <source>{done} of {total} done, ± {minutes} min to go</source>
        <translation>{done} van {total} klaar, nog ± {minutes} min</translation>
    </message>
    <message>
        <source>The answers are still blind. What to discuss first shows itself at the reveal.</source>
        <translation>De antwoorden zijn nog blind. Na het onthullen ziet u hier wat u eerst bespreekt.</translation>
    </message>
    <message>
        <source>Round {number}…</source>
        <translation>Ronde {number}…</translation>
    </message>
    <message>
        <source>Round {number}</source>
        <translation>Ronde {number}</translation>
    </message>
    <message>
        <source>Arguments ({count})</source>
        <translation>Argumenten ({count})</translation>
    </message>
    <message>
        <source>Facts to check ({count})</source>
        <translation>Uitzoekpunten ({count})</translation>
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
        <source>Minority note: {name}</source>
        <translation>Minderheidsstandpunt: {name}</translation>
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
    <name>EarlierDialog</name>
    <message>
        <source>Earlier versions</source>
        <translation>Eerdere versies</translation>
    </message>
    <message>
        <source>The program keeps versions on this computer: when a session is opened and closed, and every ten minutes in which something changed.</source>
        <translation>Het programma bewaart zelf versies op deze computer: bij het openen en sluiten van een sessie, en om de tien minuten als er iets veranderd is.</translation>
    </message>
    <message>
        <source>There are no earlier versions of this session on this computer yet.</source>
        <translation>Er zijn op deze computer nog geen eerdere versies van deze sessie.</translation>
    </message>
    <message>
        <source>Put in a new file and open…</source>
        <translation>In een nieuw bestand zetten en openen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
</context>
<context>
    <name>EditionChoice</name>
    <message>
        <source>Edition</source>
        <translation>Uitgave</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>all ratings, reasons and names that are filled in</source>
        <translation>alle oordelen, redenen en namen die zijn ingevuld</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Openbaar</translation>
    </message>
    <message>
        <source>views not traceable to persons; what is left out is listed</source>
        <translation>zienswijzen niet herleidbaar tot personen; wat wegblijft staat in de lijst</translation>
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
    <name>FigureEditor</name>
    <message>
        <source>What was measured</source>
        <translation>Wat is gemeten</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Cijfer</translation>
    </message>
    <message>
        <source>For example 12.450 or 4,2; no unit.</source>
        <translation>Bijvoorbeeld 12.450 of 4,2; zonder eenheid.</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Gemeten op</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Add figure</source>
        <translation>Cijfer toevoegen</translation>
    </message>
    <message>
        <source>There are no figures yet. Followers, for example, with the day on which they were counted.</source>
        <translation>Er zijn nog geen cijfers. Bijvoorbeeld volgers, met de dag waarop ze zijn geteld.</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
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
        <source>How far it is</source>
        <translation>Hoe ver het is</translation>
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
        <source>Only the value table, with who stands alone and what the values say.</source>
        <translation>Alleen de waardentabel, met wie alleen staat en wat de waarden zeggen.</translation>
    </message>
    <message>
        <source>value table</source>
        <comment>file name</comment>
        <translation>waardentabel</translation>
    </message>
    <message>
        <source>All tables as ODS</source>
        <translation>Alle tabellen als ODS</translation>
    </message>
    <message>
        <source>One sheet for each table: value table, ratings, conclusions, decisions, actions. Nothing in it is a formula.</source>
        <translation>Eén blad per tabel: waardentabel, oordelen, conclusies, besluiten, acties. Er staat geen formule in.</translation>
    </message>
    <message>
        <source>tables</source>
        <comment>file name</comment>
        <translation>tabellen</translation>
    </message>
    <message>
        <source>All tables as Excel</source>
        <translation>Alle tabellen als Excel</translation>
    </message>
    <message>
        <source>The same sheets for Excel.</source>
        <translation>Dezelfde bladen voor Excel.</translation>
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
        <source>Actions as CSV</source>
        <translation>Acties als CSV</translation>
    </message>
    <message>
        <source>One row per action, what is necessary first, with owner, date and how it stands.</source>
        <translation>Eén rij per actie, wat noodzakelijk is eerst, met eigenaar, datum en stand.</translation>
    </message>
    <message>
        <source>actions</source>
        <comment>file name</comment>
        <translation>acties</translation>
    </message>
    <message>
        <source>Actions as a calendar</source>
        <translation>Acties als agenda</translation>
    </message>
    <message>
        <source>Every action and review with a day, and the yearly evaluation, for Outlook and other calendars (.ics).</source>
        <translation>Elke actie en herweging met een dag, en de jaarlijkse evaluatie, voor Outlook en andere agenda&apos;s (.ics).</translation>
    </message>
    <message>
        <source>calendar</source>
        <comment>file name</comment>
        <translation>agenda</translation>
    </message>
    <message>
        <source>Accounts as Excel</source>
        <translation>Accounts als Excel</translation>
    </message>
    <message>
        <source>One row per account. Can be filled in further and taken in again.</source>
        <translation>Eén rij per account. U kunt het bestand verder invullen en weer inlezen.</translation>
    </message>
    <message>
        <source>accounts</source>
        <comment>file name</comment>
        <translation>accounts</translation>
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
</context>
<context>
    <name>FitLine</name>
    <message>
        <source>why, or provided that</source>
        <translation>waarom, of mits</translation>
    </message>
</context>
<context>
    <name>FollowUpForm</name>
    <message>
        <source>We evaluate on</source>
        <translation>Wij evalueren op</translation>
    </message>
    <message>
        <source>Who does that</source>
        <translation>Wie doet dat</translation>
    </message>
</context>
<context>
    <name>ForgetDialog</name>
    <message>
        <source>Remove names</source>
        <translation>Namen verwijderen</translation>
    </message>
    <message>
        <source>These names go out of every field and text of the session, out of its history of changes, and with them the earlier versions on this computer. In texts, [name removed] takes their place.</source>
        <translation>Deze namen verdwijnen uit alle velden en teksten van de sessie en uit de geschiedenis van wijzigingen. Ook de eerdere versies op deze computer worden verwijderd. In teksten komt er [naam verwijderd] te staan.</translation>
    </message>
    <message>
        <source>Names in this session</source>
        <translation>Namen in deze sessie</translation>
    </message>
    <message>
        <source>A team or body that stands here can be named as such on the report screen; then it is no longer in this list.</source>
        <translation>Staat hier een team of orgaan? Noem het dan als zodanig op het scherm Verslag; daarna staat het niet meer in deze lijst.</translation>
    </message>
    <message>
        <source>Other names, as they stand in texts</source>
        <translation>Andere namen, zoals ze in teksten staan</translation>
    </message>
    <message>
        <source>One on each line.</source>
        <translation>Eén op elke regel.</translation>
    </message>
    <message>
        <source>Out of reach: copies, exports and forms that were saved elsewhere, and versions that OneDrive or a backup of your organisation keeps. Look after those as well.</source>
        <translation>Buiten bereik: kopieën, exports en formulieren die elders zijn bewaard, en versies die OneDrive of een back-up van uw organisatie bewaart. Verwijder die zelf.</translation>
    </message>
    <message>
        <source>I understand that this cannot be undone</source>
        <translation>Ik begrijp dat dit niet ongedaan kan worden gemaakt</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Definitief verwijderen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>14-11-2026</source>
        <translation>14-11-2026</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Hoofdstukken</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Zoeken wissen</translation>
    </message>
    <message>
        <source>Find in the guide (Ctrl+F)</source>
        <translation>Zoeken in de handleiding (Ctrl+F)</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Vorige plaats (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Volgende plaats (Enter)</translation>
    </message>
    <message>
        <source>‘{words}’ is not in the guide. Try one word, or the beginning of it.</source>
        <translation>‘{words}’ staat niet in de handleiding. Zoek met één woord, of met het begin ervan.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Niets gevonden</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) found</source>
        <translation>
            <numerusform>%n keer gevonden</numerusform>
            <numerusform>%n keer gevonden</numerusform>
        </translation>
    </message>
    <message>
        <source>place {number} of {count}</source>
        <translation>plaats {number} van {count}</translation>
    </message>
</context>
<context>
    <name>HouseForm</name>
    <message>
        <source>House style</source>
        <translation>Huisstijl</translation>
    </message>
    <message>
        <source>Colour of the headings</source>
        <translation>Kleur van de koppen</translation>
    </message>
    <message>
        <source>Logo…</source>
        <translation>Logo…</translation>
    </message>
    <message>
        <source>Remove logo</source>
        <translation>Logo weghalen</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Afbeeldingen (*.png *.jpg *.jpeg)</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>LaterRoundPanel</name>
    <message>
        <source>Answers of this round</source>
        <translation>Antwoorden van deze ronde</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Reason for moving or staying</source>
        <translation>Reden om te schuiven of te blijven</translation>
    </message>
    <message>
        <source>Ask this cell again too</source>
        <translation>Vraag deze cel ook opnieuw</translation>
    </message>
    <message>
        <source>F2 reason · Del clear</source>
        <translation>F2 toelichting · Del wissen</translation>
    </message>
    <message>
        <source>Why this move, or why not</source>
        <translation>Waarom wel of niet verschoven</translation>
    </message>
    <message>
        <source>First an answer</source>
        <translation>Eerst een antwoord</translation>
    </message>
</context>
<context>
    <name>LensesScreen</name>
    <message>
        <source>Two pictures that help to talk</source>
        <translation>Twee beelden die helpen bij het gesprek</translation>
    </message>
    <message>
        <source>This is no ranking: everything stands in the order of the session, and nothing is added up or weighed.</source>
        <translation>Dit is geen ranglijst: alles staat in de volgorde van de sessie. Er is niets opgeteld of gewogen.</translation>
    </message>
    <message>
        <source>Turning points</source>
        <translation>Draaipunten</translation>
    </message>
    <message>
        <source>Who differs from whom</source>
        <translation>Wie verschilt met wie</translation>
    </message>
    <message>
        <source>Two pictures</source>
        <translation>Twee beelden</translation>
    </message>
    <message>
        <source>If one discipline had answered one step differently, the word of the cell would change. Enter goes to the cell.</source>
        <translation>Had één discipline één stap anders geantwoord, dan kreeg de cel een ander woord. Met Enter gaat u naar de cel.</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>One step different</source>
        <translation>Eén stap anders</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>It would be</source>
        <translation>Dan</translation>
    </message>
    <message>
        <source>No single rating, moved one step, would change the word of a cell.</source>
        <translation>Er is geen oordeel dat met één stap anders het woord van een cel verandert.</translation>
    </message>
    <message>
        <source>Pairs of</source>
        <translation>Paren van</translation>
    </message>
    <message>
        <source>Pairs of which discipline</source>
        <translation>Paren van welke discipline</translation>
    </message>
    <message>
        <source>Counted are the cells in which both gave a level. Enter lists the cells; Enter there goes to the cell.</source>
        <translation>Alleen cellen waarin beide een niveau gaven, tellen mee. Met Enter gaat u naar de lijst met cellen; met Enter daar gaat u naar de cel.</translation>
    </message>
    <message>
        <source>Pairs of disciplines</source>
        <translation>Paren van disciplines</translation>
    </message>
    <message>
        <source>Disciplines</source>
        <translation>Disciplines</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>Waar zij verschillen</translation>
    </message>
    <message>
        <source>Opposite ends</source>
        <translation>Tegenpolen</translation>
    </message>
    <message>
        <source>Cells in which these two differ</source>
        <translation>Cellen waarin deze twee verschillen</translation>
    </message>
    <message>
        <source>Part of the round is still blind. Shown are only: {values}.</source>
        <translation>Een deel van de ronde is nog blind. U ziet alleen: {values}.</translation>
    </message>
    <message>
        <source>Round {number} is still blind. These pictures come after the reveal.</source>
        <translation>Ronde {number} is nog blind. Deze beelden komen na het onthullen.</translation>
    </message>
    <message>
        <source>Nobody has rated yet. These pictures come after the first round.</source>
        <translation>Er is nog niet beoordeeld. Deze beelden komen na de eerste ronde.</translation>
    </message>
    <message>
        <source>One step, and opinions are further apart</source>
        <translation>Eén stap, en de oordelen liggen verder uit elkaar</translation>
    </message>
    <message>
        <source>One step, and opinions are closer</source>
        <translation>Eén stap, en de oordelen liggen dichter bij elkaar</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>een van: {names}</translation>
    </message>
    <message>
        <source>all disciplines</source>
        <translation>alle disciplines</translation>
    </message>
    <message>
        <source>Where {names} differ</source>
        <translation>Waar {names} verschillen</translation>
    </message>
    <message>
        <source>{names} differ nowhere</source>
        <translation>{names} verschillen nergens</translation>
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
        <source>Work in it all the same…</source>
        <translation>Toch bewerken…</translation>
    </message>
    <message>
        <source>Remove names…</source>
        <translation>Namen verwijderen…</translation>
    </message>
    <message>
        <source>Phases</source>
        <translation>Fasen</translation>
    </message>
    <message>
        <source>The forms are being read…</source>
        <translation>De formulieren worden gelezen…</translation>
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
        <source>Weigh and decide</source>
        <translation>Afwegen en besluiten</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Besluiten</translation>
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
        <source>Projector</source>
        <translation>Projector</translation>
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
        <source>Earlier &amp;versions…</source>
        <translation>Eerdere &amp;versies…</translation>
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
        <source>Remove n&amp;ames of people…</source>
        <translation>N&amp;amen van personen verwijderen…</translation>
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
        <source>Compare with another session…</source>
        <translation>Vergelijken met een andere sessie…</translation>
    </message>
    <message>
        <source>&amp;Make forms…</source>
        <translation>Formulieren &amp;maken…</translation>
    </message>
    <message>
        <source>&amp;Read forms…</source>
        <translation>Formulieren &amp;inlezen…</translation>
    </message>
    <message>
        <source>&amp;Type in a paper form…</source>
        <translation>Papieren formulier over&amp;typen…</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>&amp;Gesprek</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>Hand&amp;leiding</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Toetsen</translation>
    </message>
    <message>
        <source>&amp;Open .kanaal files with this program…</source>
        <translation>&amp;Kanaal-bestanden met dit programma openen…</translation>
    </message>
    <message>
        <source>&amp;About Kanaalwaarden</source>
        <translation>&amp;Over Kanaalwaarden</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation>&amp;Projector</translation>
    </message>
    <message>
        <source>&amp;Next slide</source>
        <translation>&amp;Volgend beeld</translation>
    </message>
    <message>
        <source>Slide &amp;back</source>
        <translation>Beeld &amp;terug</translation>
    </message>
    <message>
        <source>&amp;Blank projector</source>
        <translation>Projector &amp;leeg</translation>
    </message>
    <message>
        <source>B&amp;reak on the projector</source>
        <translation>&amp;Pauze op de projector</translation>
    </message>
    <message>
        <source>&amp;Larger type on the projector</source>
        <translation>&amp;Grotere letters op de projector</translation>
    </message>
    <message>
        <source>&amp;Smaller type on the projector</source>
        <translation>&amp;Kleinere letters op de projector</translation>
    </message>
    <message>
        <source>&amp;Two pictures</source>
        <translation>Tw&amp;ee beelden</translation>
    </message>
    <message>
        <source>on · F11</source>
        <translation>aan · F11</translation>
    </message>
    <message>
        <source>off · F11</source>
        <translation>uit · F11</translation>
    </message>
    <message>
        <source>This cell is still blind: it cannot be shown yet.</source>
        <translation>Deze cel is nog blind en kan nog niet worden getoond.</translation>
    </message>
    <message>
        <source>The cell is on the projector.</source>
        <translation>De cel staat op de projector.</translation>
    </message>
    <message>
        <source>The cell is ready for the projector, which is off.</source>
        <translation>De cel staat klaar voor de projector. Die staat uit.</translation>
    </message>
    <message>
        <source>F11 turns it on</source>
        <translation>F11 zet hem aan</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>Er is nog niets om te tonen.</translation>
    </message>
    <message>
        <source>It is on the projector.</source>
        <translation>Dit staat op de projector.</translation>
    </message>
    <message>
        <source>It is ready for the projector, which is off.</source>
        <translation>Dit staat klaar voor de projector, die uit is.</translation>
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
        <source>Names of people were to be kept in this session until {day}.</source>
        <translation>Namen van personen zouden tot {day} in deze sessie bewaard blijven.</translation>
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
        <source>{done} of {total} platforms</source>
        <translation>{done} van {total} platforms</translation>
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
        <source>Look for an earlier version…</source>
        <translation>Een eerdere versie zoeken…</translation>
    </message>
    <message>
        <source>Open what can be read, as a new file…</source>
        <translation>Openen wat leesbaar is, als nieuw bestand…</translation>
    </message>
    <message>
        <source>Put the earlier version in</source>
        <translation>Eerdere versie bewaren als</translation>
    </message>
    <message>
        <source>Put what can be read in</source>
        <translation>Wat leesbaar is bewaren als</translation>
    </message>
    <message>
        <source>rescued</source>
        <translation>gered</translation>
    </message>
    <message>
        <source>If somebody works in it there as well, nothing is lost: both versions are kept, in two files.</source>
        <translation>Werkt daar ook iemand in, dan gaat er niets verloren: beide versies blijven bewaard, in twee bestanden.</translation>
    </message>
    <message>
        <source>Work in it all the same</source>
        <translation>Toch bewerken</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Alleen lezen</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) removed for good. The earlier versions on this computer are gone as well.</source>
        <translation>
            <numerusform>%n naam definitief verwijderd. Ook de eerdere versies op deze computer zijn weg.</numerusform>
            <numerusform>%n namen definitief verwijderd. Ook de eerdere versies op deze computer zijn weg.</numerusform>
        </translation>
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
        <source>Sessions in a folder</source>
        <translation>Sessies in een map</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) made in {folder}.</source>
        <translation>
            <numerusform>%n formulier gemaakt in {folder}.</numerusform>
            <numerusform>%n formulieren gemaakt in {folder}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forms (*.pdf *.xlsx);;All files (*)</source>
        <translation>Formulieren (*.pdf *.xlsx);;Alle bestanden (*)</translation>
    </message>
    <message>
        <source>Read forms</source>
        <translation>Formulieren inlezen</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) taken in. You can undo this with Ctrl+Z.</source>
        <translation>
            <numerusform>%n formulier ingelezen. U kunt dit ongedaan maken met Ctrl+Z.</numerusform>
            <numerusform>%n formulieren ingelezen. U kunt dit ongedaan maken met Ctrl+Z.</numerusform>
        </translation>
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
    <name>MakeFormsDialog</name>
    <message>
        <source>Make forms</source>
        <translation>Formulieren maken</translation>
    </message>
    <message>
        <source>Every discipline gets a form of its own, with nothing of the others on it. What it answered already is filled in.</source>
        <translation>Elke discipline krijgt een eigen formulier, met niets van de anderen erop. Wat zij al heeft geoordeeld, staat er al in.</translation>
    </message>
    <message>
        <source>PDF: to fill in on screen or with a pen</source>
        <translation>PDF: op het scherm of met een pen in te vullen</translation>
    </message>
    <message>
        <source>PDF in large print</source>
        <translation>PDF in grote letters</translation>
    </message>
    <message>
        <source>Excel: with lists to choose from</source>
        <translation>Excel: met keuzelijsten</translation>
    </message>
    <message>
        <source>Replace forms that are there already</source>
        <translation>Formulieren vervangen die er al staan</translation>
    </message>
    <message>
        <source>Choose a folder and make…</source>
        <translation>Map kiezen en maken…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Folder for the forms</source>
        <translation>Map voor de formulieren</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Read forms</source>
        <translation>Formulieren inlezen</translation>
    </message>
    <message>
        <source>Nothing has been taken in yet. Choose the forms, and decide where they say something else.</source>
        <translation>Er is nog niets ingelezen. Kies de formulieren, en beslis waar er iets anders staat.</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulieren</translation>
    </message>
    <message>
        <source>What counts where they say something else</source>
        <translation>Wat telt waar er iets anders staat</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Cel</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sessie</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulier</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Telt</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Inlezen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>the session</source>
        <translation>de sessie</translation>
    </message>
    <message>
        <source>the form</source>
        <translation>het formulier</translation>
    </message>
</context>
<context>
    <name>MinutesPage</name>
    <message>
        <source>Parts</source>
        <translation>Onderdelen</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Teruglezen</translation>
    </message>
    <message>
        <source>The pages are being made…</source>
        <translation>De bladzijden worden gemaakt…</translation>
    </message>
</context>
<context>
    <name>MoveModel</name>
    <message>
        <source>Discipline</source>
        <translation>Discipline</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Van</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Naar</translation>
    </message>
    <message>
        <source>Reason for moving or staying</source>
        <translation>Reden om te schuiven of te blijven</translation>
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
    <name>NextRoundDialog</name>
    <message>
        <source>Round {number}</source>
        <translation>Ronde {number}</translation>
    </message>
    <message>
        <source>Which cells are asked again in round {number}?</source>
        <translation>Welke cellen worden in ronde {number} opnieuw gevraagd?</translation>
    </message>
    <message>
        <source>The rounds before stay as they are and can no longer be changed.</source>
        <translation>De eerdere rondes blijven zoals ze zijn en veranderen niet meer.</translation>
    </message>
    <message>
        <source>This cell</source>
        <translation>Deze cel</translation>
    </message>
    <message>
        <source>The cells that were discussed</source>
        <translation>De besproken cellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message numerus="yes">
        <source>Begin with %n cell(s)</source>
        <translation>
            <numerusform>Begin met %n cel</numerusform>
            <numerusform>Begin met %n cellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>Order…</source>
        <translation>Volgorde…</translation>
    </message>
    <message>
        <source>Discuss this one now</source>
        <translation>Nu bespreken</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Eerder</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Overslaan</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Put this cell on the agenda</source>
        <translation>Deze cel op de lijst zetten</translation>
    </message>
    <message>
        <source>Discuss it after all</source>
        <translation>Toch bespreken</translation>
    </message>
    <message>
        <source>Not done after all</source>
        <translation>Toch niet klaar</translation>
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
    <name>PaperDialog</name>
    <message>
        <source>Type in a paper form</source>
        <translation>Papieren formulier overtypen</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Discipline</translation>
    </message>
    <message>
        <source>A second person types it again</source>
        <translation>Een tweede persoon typt het nog eens</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Oordeel</translation>
    </message>
    <message>
        <source>digit</source>
        <translation>cijfer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>Kind of reason</source>
        <translation>Soort toelichting</translation>
    </message>
    <message>
        <source>Provided that</source>
        <translation>Mits (voorwaarde)</translation>
    </message>
    <message>
        <source>Ready with this form</source>
        <translation>Klaar met dit formulier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>The two readings differ. First: {first}. Second: {second}. Type what is on the paper.</source>
        <translation>De twee lezingen verschillen. Eerst: {first}. Daarna: {second}. Typ wat er op het papier staat.</translation>
    </message>
    <message>
        <source>Second reading: </source>
        <translation>Tweede lezing: </translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} van {count}</translation>
    </message>
</context>
<context>
    <name>PartsList</name>
    <message>
        <source>Parts of the minutes</source>
        <translation>Onderdelen van het verslag</translation>
    </message>
    <message>
        <source>Data files inside the PDF (JSON, CSV)</source>
        <translation>Gegevensbestanden in de PDF (JSON, CSV)</translation>
    </message>
    <message>
        <source>page {page}</source>
        <translation>bladzijde {page}</translation>
    </message>
    <message>
        <source>no page</source>
        <translation>geen bladzijde</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Previous page (PgUp)</source>
        <translation>Vorige bladzijde (PgUp)</translation>
    </message>
    <message>
        <source>Next page (PgDn)</source>
        <translation>Volgende bladzijde (PgDn)</translation>
    </message>
    <message>
        <source>page</source>
        <translation>bladzijde</translation>
    </message>
    <message>
        <source>Smaller (Ctrl+-)</source>
        <translation>Kleiner (Ctrl+-)</translation>
    </message>
    <message>
        <source>Larger (Ctrl++)</source>
        <translation>Groter (Ctrl++)</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>Grootte van de bladzijden</translation>
    </message>
    <message>
        <source>Size of the pages (Ctrl+0: fit the width)</source>
        <translation>Grootte van de bladzijden (Ctrl+0: passend)</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Hele bladzijde</translation>
    </message>
    <message>
        <source>{} %</source>
        <translation>{} %</translation>
    </message>
    <message>
        <source>Find in the document (Ctrl+F)</source>
        <translation>Zoeken in het verslag (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find in the document</source>
        <translation>Zoeken in het verslag</translation>
    </message>
    <message>
        <source>Previous place (Shift+Enter)</source>
        <translation>Vorige plaats (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next place (Enter)</source>
        <translation>Volgende plaats (Enter)</translation>
    </message>
    <message>
        <source>Close find (Esc)</source>
        <translation>Zoeken sluiten (Esc)</translation>
    </message>
    <message>
        <source>page {} of {}</source>
        <translation>bladzijde {} van {}</translation>
    </message>
    <message>
        <source>of {}</source>
        <translation>van {}</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>niet gevonden</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} van {}</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>What do you want to add? You can change every text afterwards.</source>
        <translation>Wat wilt u toevoegen? U kunt elke tekst daarna wijzigen.</translation>
    </message>
    <message>
        <source>Everything is in the list already.</source>
        <translation>Alles staat al in de lijst.</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alles kiezen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Toevoegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
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
    <name>PolicyPage</name>
    <message>
        <source>Part of the policy</source>
        <translation>Deel van het beleid</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Close this tip</source>
        <translation>Tip sluiten</translation>
    </message>
    <message>
        <source>Fill in the two disciplines that have no answers yet, each from its own role card.</source>
        <translation>Vul de twee disciplines in die nog niet hebben geantwoord, elk vanuit de eigen rolkaart.</translation>
    </message>
    <message>
        <source>Everybody is ready. Reveal round 1 in Conversation.</source>
        <translation>Iedereen is klaar. Onthul ronde 1 in Gesprek.</translation>
    </message>
    <message>
        <source>Discuss one cell: start with the most divided one and write down an argument.</source>
        <translation>Bespreek één cel: begin bij het grootste verschil en schrijf een argument op.</translation>
    </message>
    <message>
        <source>Ask that cell again in round 2, and answer it for at least one discipline.</source>
        <translation>Vraag die cel opnieuw in ronde 2, en vul voor minstens één discipline een antwoord in.</translation>
    </message>
    <message>
        <source>Write down a conclusion for the cell, in the words of the group.</source>
        <translation>Schrijf een conclusie bij de cel, in de woorden van de groep.</translation>
    </message>
    <message>
        <source>Make the PDF in Report and find yourself in it. That was the practice session.</source>
        <translation>Maak de PDF in Verslag en zoek uzelf erin op. Dat was de oefensessie.</translation>
    </message>
    <message>
        <source>Practice, step {step} of {steps}: {what}</source>
        <translation>Oefening, stap {step} van {steps}: {what}</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>Platforms</source>
        <translation>Platforms</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Cijfers</translation>
    </message>
    <message>
        <source>Part of the practice card</source>
        <translation>Deel van de praktijkkaart</translation>
    </message>
    <message>
        <source>There are no platforms yet. Add them under Platforms; then say here how each is used.</source>
        <translation>Er zijn nog geen platforms. Voeg ze toe bij Platforms; zeg daarna hier hoe u elk platform gebruikt.</translation>
    </message>
    <message>
        <source>{done} of {total} answered</source>
        <translation>{done} van {total} beantwoord</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>nog niet begonnen</translation>
    </message>
</context>
<context>
    <name>PrepareScreen</name>
    <message>
        <source>Prepare</source>
        <translation>Voorbereiden</translation>
    </message>
    <message>
        <source>Part of the preparation</source>
        <translation>Deel van de voorbereiding</translation>
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
        <source>Practice</source>
        <translation>Praktijk</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Kaders</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Beleid</translation>
    </message>
    <message>
        <source>Suitable</source>
        <translation>Geschikt</translation>
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
    <name>Printing</name>
    <message>
        <source>The document has been sent to the printer.</source>
        <translation>Het document is naar de printer gestuurd.</translation>
    </message>
    <message>
        <source>No printer was found. Connect one, or save the PDF and print it elsewhere.</source>
        <translation>Er is geen printer gevonden. Sluit er een aan, of bewaar de PDF en druk die elders af.</translation>
    </message>
    <message>
        <source>There is no document to print. Make it again.</source>
        <translation>Er is geen document om af te drukken. Maak het opnieuw.</translation>
    </message>
    <message>
        <source>The printer did not take the document. See whether it is on and has paper.</source>
        <translation>De printer heeft het document niet aangenomen. Kijk of hij aanstaat en papier heeft.</translation>
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
    <name>ProjectorWindow</name>
    <message>
        <source>Projector</source>
        <translation>Projector</translation>
    </message>
</context>
<context>
    <name>PublicationForm</name>
    <message>
        <source>not filled in</source>
        <translation>niet ingevuld</translation>
    </message>
    <message>
        <source>yes: views are published too</source>
        <translation>ja: zienswijzen worden ook gepubliceerd</translation>
    </message>
    <message>
        <source>no: facts only</source>
        <translation>nee: alleen feiten en gevolgen</translation>
    </message>
    <message>
        <source>Is this for a formal decision of the executive? (Woo, article 5.2)</source>
        <translation>Is dit voor een formeel besluit van het bestuur? (Woo, artikel 5.2)</translation>
    </message>
    <message>
        <source>Names and words to leave out as well</source>
        <translation>Namen en woorden die ook weg moeten</translation>
    </message>
    <message>
        <source>One on each line.</source>
        <translation>Eén per regel.</translation>
    </message>
    <message>
        <source>Teams and bodies that may be named as owner or decider</source>
        <translation>Teams en organen die als eigenaar of beslisser genoemd mogen worden</translation>
    </message>
    <message>
        <source>One on each line; never the name of a person. Disciplines are named already.</source>
        <translation>Eén per regel; nooit de naam van een persoon. Disciplines worden al genoemd.</translation>
    </message>
    <message>
        <source>Keep names of people until (the program warns afterwards)</source>
        <translation>Namen van personen bewaren tot (daarna waarschuwt het programma)</translation>
    </message>
</context>
<context>
    <name>PurposeEditor</name>
    <message>
        <source>Use or target group</source>
        <translation>Gebruik of doelgroep</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>What must be known about it</source>
        <translation>Wat u erover moet weten</translation>
    </message>
    <message>
        <source>For example: digital differences inside the group.</source>
        <translation>Bijvoorbeeld: digitale verschillen binnen de groep.</translation>
    </message>
</context>
<context>
    <name>PurposesPage</name>
    <message>
        <source>Uses and target groups</source>
        <translation>Gebruik en doelgroepen</translation>
    </message>
    <message>
        <source>Add use or group</source>
        <translation>Gebruik of groep toevoegen</translation>
    </message>
    <message>
        <source>There are no uses or target groups yet. Quick notices, for example, or young people.</source>
        <translation>Er is nog geen gebruik of doelgroep. Bijvoorbeeld snelle mededelingen, of jongeren.</translation>
    </message>
    <message>
        <source>Examples…</source>
        <translation>Voorbeelden…</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Voorbeelden</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>not answered yet</source>
        <translation>nog niet beantwoord</translation>
    </message>
    <message>
        <source>From another set of questions:</source>
        <translation>Uit een andere vragenset:</translation>
    </message>
</context>
<context>
    <name>QuestionSetCard</name>
    <message>
        <source>Choose your own questions…</source>
        <translation>Eigen vragen kiezen…</translation>
    </message>
    <message>
        <source>Use the supplied questions</source>
        <translation>Meegeleverde vragen gebruiken</translation>
    </message>
    <message>
        <source>Save the supplied questions…</source>
        <translation>Meegeleverde vragen bewaren…</translation>
    </message>
    <message>
        <source>A file to begin your own questions from</source>
        <translation>Een bestand om uw eigen vragen mee te beginnen</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>versie {version}</translation>
    </message>
    <message>
        <source>the organisation&apos;s own</source>
        <translation>van de eigen organisatie</translation>
    </message>
    <message>
        <source>supplied</source>
        <translation>meegeleverd</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n vraag</numerusform>
            <numerusform>%n vragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Your own questions</source>
        <translation>Eigen vragen</translation>
    </message>
    <message>
        <source>Questions (*.json)</source>
        <translation>Vragen (*.json)</translation>
    </message>
    <message>
        <source>questions.json</source>
        <translation>vragen.json</translation>
    </message>
    <message>
        <source>Save the supplied questions</source>
        <translation>Meegeleverde vragen bewaren</translation>
    </message>
</context>
<context>
    <name>QuestionsPanel</name>
    <message>
        <source>What must be looked up</source>
        <translation>Wat moet uitgezocht worden</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Wie zoekt het uit</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Wanneer klaar</translation>
    </message>
    <message>
        <source>14-11-2026</source>
        <translation>14-11-2026</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Vastleggen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Change this one (F2)</source>
        <translation>Dit uitzoekpunt wijzigen (F2)</translation>
    </message>
    <message>
        <source>Remove this one (Del)</source>
        <translation>Dit uitzoekpunt verwijderen (Del)</translation>
    </message>
    <message>
        <source>Facts to check</source>
        <translation>Uitzoekpunten</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Wijzigen</translation>
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
        <source>Not on the projector</source>
        <translation>Niet op de projector</translation>
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
        <source>This is about</source>
        <translation>Dit gaat over</translation>
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
        <source>The reason is missing.</source>
        <translation>De toelichting ontbreekt.</translation>
    </message>
    <message>
        <source>In round {number}: {answer}.</source>
        <translation>In ronde {number}: {answer}.</translation>
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
        <source>{round}, blind</source>
        <translation>{round}, blind</translation>
    </message>
    <message>
        <source>{round}, revealed</source>
        <translation>{round}, onthuld</translation>
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
    <name>ReachPanel</name>
    <message>
        <source>Switch off</source>
        <translation>Uitzetten</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>Part of reach</source>
        <translation>Deel van bereik</translation>
    </message>
</context>
<context>
    <name>ReadBackForm</name>
    <message>
        <source>What the discipline says of this text</source>
        <translation>Wat de discipline van deze tekst zegt</translation>
    </message>
    <message>
        <source>What is to be put right, in its own words</source>
        <translation>Wat rechtgezet moet worden, in eigen woorden</translation>
    </message>
    <message>
        <source>This is printed beside what was said.</source>
        <translation>Dit komt in het verslag naast wat er is gezegd.</translation>
    </message>
    <message>
        <source>May its text be published?</source>
        <translation>Mag de tekst gepubliceerd worden?</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>niet ingevuld</translation>
    </message>
    <message>
        <source>one person</source>
        <translation>één persoon</translation>
    </message>
    <message>
        <source>several people</source>
        <translation>meer personen</translation>
    </message>
    <message>
        <source>Who speaks for this discipline?</source>
        <translation>Wie spreekt voor deze discipline?</translation>
    </message>
    <message>
        <source>by its own name</source>
        <translation>met de eigen naam</translation>
    </message>
    <message>
        <source>as one of the small disciplines</source>
        <translation>als één van de kleine disciplines</translation>
    </message>
    <message>
        <source>unnamed, without its texts</source>
        <translation>zonder naam en zonder teksten</translation>
    </message>
    <message>
        <source>In the public edition it stands</source>
        <translation>In de openbare uitgave staat de discipline er</translation>
    </message>
</context>
<context>
    <name>ReadBackPage</name>
    <message>
        <source>Disciplines</source>
        <translation>Disciplines</translation>
    </message>
    <message>
        <source>Discipline</source>
        <translation>Discipline</translation>
    </message>
    <message>
        <source>Show on the projector</source>
        <translation>Op de projector tonen</translation>
    </message>
    <message>
        <source>Nothing is in the minutes in the name of this discipline yet.</source>
        <translation>Er staat nog niets in het verslag op naam van deze discipline.</translation>
    </message>
    <message>
        <source>Read-back: every discipline has confirmed its text.</source>
        <translation>Teruglezen: elke discipline heeft haar tekst bevestigd.</translation>
    </message>
    <message>
        <source>Read-back: {done} of {total} disciplines have confirmed their text. Still to do: {names}.</source>
        <translation>Teruglezen: {done} van {total} disciplines hebben hun tekst bevestigd. Nog niet: {names}.</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>Switched off, for this rehearsal only:</source>
        <translation>Uitgezet, alleen voor deze oefening:</translation>
    </message>
    <message>
        <source>What is left of every message</source>
        <translation>Wat er van elk bericht overblijft</translation>
    </message>
    <message>
        <source>There are no ways yet. Note them under Ways; then see here what is lost.</source>
        <translation>Er zijn nog geen wegen. Leg ze vast bij Wegen; zie daarna hier wat er wegvalt.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) hang on a single way.</source>
        <translation>
            <numerusform>%n bericht hangt aan één weg.</numerusform>
            <numerusform>%n berichten hangen aan één weg.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) no longer arrive: {what}.</source>
        <translation>
            <numerusform>%n bericht komt niet meer aan: {what}.</numerusform>
            <numerusform>%n berichten komen niet meer aan: {what}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every message still arrives by some way.</source>
        <translation>Elk bericht komt nog langs een weg aan.</translation>
    </message>
    <message>
        <source>no longer arrives</source>
        <translation>komt niet meer aan</translation>
    </message>
    <message>
        <source>one way left</source>
        <translation>nog één weg</translation>
    </message>
    <message>
        <source>more ways left</source>
        <translation>nog meer wegen</translation>
    </message>
    <message>
        <source>as it was</source>
        <translation>zoals het was</translation>
    </message>
    <message>
        <source>hangs on one way</source>
        <translation>hangt aan één weg</translation>
    </message>
    <message>
        <source>by {ways}</source>
        <translation>via {ways}</translation>
    </message>
    <message>
        <source>was by {ways}</source>
        <translation>ging via {ways}</translation>
    </message>
    <message>
        <source>crisis</source>
        <translation>crisis</translation>
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
        <source>Minutes as PDF</source>
        <translation>Verslag als PDF</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Read-back</source>
        <translation>Teruglezen</translation>
    </message>
    <message>
        <source>Part of the report</source>
        <translation>Deel van het verslag</translation>
    </message>
    <message>
        <source>The value table with all marks, who stands alone and the reasons; then practice, decisions and actions.</source>
        <translation>De waardentabel met alle oordelen, wie afwijkt en waarom; daarna de praktijk, de besluiten en de acties.</translation>
    </message>
    <message>
        <source>minutes</source>
        <comment>file name</comment>
        <translation>verslag</translation>
    </message>
    <message>
        <source>The file is being made…</source>
        <translation>Het bestand wordt gemaakt…</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Keuzes</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>PDF, accessible (PDF/A)…</source>
        <translation>PDF, toegankelijk (PDF/A)…</translation>
    </message>
    <message>
        <source>Minutes as ODT</source>
        <translation>Verslag als ODT</translation>
    </message>
    <message>
        <source>The same minutes to edit, in the open format that a public body has to offer.</source>
        <translation>Hetzelfde verslag om te bewerken, in het open formaat dat een overheid moet aanbieden.</translation>
    </message>
    <message>
        <source>Minutes as Word (DOCX)</source>
        <translation>Verslag als Word (DOCX)</translation>
    </message>
    <message>
        <source>The same minutes to edit in Word.</source>
        <translation>Hetzelfde verslag om in Word te bewerken.</translation>
    </message>
    <message>
        <source>Minutes as a web page (HTML)</source>
        <translation>Verslag als webpagina (HTML)</translation>
    </message>
    <message>
        <source>The same minutes in one file for a website or an intranet, with all marks; readable on a telephone and aloud.</source>
        <translation>Hetzelfde verslag in één bestand voor een website of intranet, met alle merktekens; ook op een telefoon en voorgelezen te volgen.</translation>
    </message>
    <message>
        <source>Minutes as Markdown</source>
        <translation>Verslag als Markdown</translation>
    </message>
    <message>
        <source>The same minutes as plain text, the pictures in words.</source>
        <translation>Hetzelfde verslag als platte tekst, de beelden in woorden.</translation>
    </message>
    <message>
        <source>Every file, the exchange file too, holds this progress and not the answers that are still hidden.</source>
        <translation>In elk bestand, ook het uitwisselbestand, staat alleen deze voortgang. De oordelen die nog verborgen zijn, staan er niet in.</translation>
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
        <source>OpenDocument text (*.odt)</source>
        <translation>OpenDocument-tekst (*.odt)</translation>
    </message>
    <message>
        <source>Word (*.docx)</source>
        <translation>Word (*.docx)</translation>
    </message>
    <message>
        <source>OpenDocument sheets (*.ods)</source>
        <translation>OpenDocument-rekenblad (*.ods)</translation>
    </message>
    <message>
        <source>Excel (*.xlsx)</source>
        <translation>Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webpagina (*.html)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Calendar (*.ics)</source>
        <translation>Agenda (*.ics)</translation>
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
    <name>ReportSide</name>
    <message>
        <source>Edition</source>
        <translation>Uitgave</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>Taal van het document</translation>
    </message>
    <message>
        <source>Metadata for the archive too</source>
        <translation>Ook metagegevens voor het archief</translation>
    </message>
    <message>
        <source>Two small files beside what is saved (MDTO 1.0).</source>
        <translation>Twee kleine bestanden naast wat u bewaart (MDTO 1.0).</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Afdrukken…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Bewaren als</translation>
    </message>
    <message>
        <source>Names of people are left out, in every format.</source>
        <translation>Namen van personen blijven weg, in elk formaat.</translation>
    </message>
    <message>
        <source>One person speaks for: {names}. That person can be traced. Under Read-back you choose how it is shown.</source>
        <translation>Eén persoon spreekt voor: {names}. Die persoon is zo te herleiden. Bij Teruglezen kiest u hoe de discipline er staat.</translation>
    </message>
    <message>
        <source>Only one discipline stands under the common name: who knows the table, knows which.</source>
        <translation>Er staat maar één discipline onder de gezamenlijke naam: wie de tafel kent, weet welke.</translation>
    </message>
    <message>
        <source>The views of these are left out: {names}.</source>
        <translation>De zienswijzen van deze disciplines blijven weg: {names}.</translation>
    </message>
</context>
<context>
    <name>RevealButton</name>
    <message>
        <source>Reveal one value…</source>
        <translation>Eén waarde onthullen…</translation>
    </message>
    <message>
        <source>Reveal…</source>
        <translation>Onthullen…</translation>
    </message>
    <message>
        <source>Reveal the answers on {value}?</source>
        <translation>De antwoorden over {value} onthullen?</translation>
    </message>
    <message>
        <source>Reveal all answers of round {number}?</source>
        <translation>Alle antwoorden van ronde {number} onthullen?</translation>
    </message>
</context>
<context>
    <name>RevealDialog</name>
    <message>
        <source>Reveal</source>
        <translation>Onthullen</translation>
    </message>
    <message>
        <source>What was seen cannot be unseen: revealing cannot be undone. The answers are frozen.</source>
        <translation>Wat gezien is, blijft gezien: onthullen kan niet ongedaan worden gemaakt. De antwoorden staan daarna vast.</translation>
    </message>
    <message>
        <source>Not ready yet: {names}.</source>
        <translation>Nog niet klaar: {names}.</translation>
    </message>
    <message>
        <source>Keep it blind</source>
        <translation>Nog blind laten</translation>
    </message>
</context>
<context>
    <name>RiskEditor</name>
    <message>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risico</translation>
    </message>
    <message>
        <source>Do we accept it?</source>
        <translation>Aanvaarden we het?</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maatregel</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigenaar</translation>
    </message>
    <message>
        <source>A team or a role, not a person.</source>
        <translation>Een team of functie, geen naam van een mens.</translation>
    </message>
    <message>
        <source>Ready by</source>
        <translation>Klaar op</translation>
    </message>
</context>
<context>
    <name>RisksPage</name>
    <message>
        <source>Risks</source>
        <translation>Risico&apos;s</translation>
    </message>
    <message>
        <source>Add risk</source>
        <translation>Risico toevoegen</translation>
    </message>
    <message>
        <source>There are no risks yet. Say what can go wrong, and whether we accept that.</source>
        <translation>Er zijn nog geen risico&apos;s. Zeg wat er mis kan gaan, en of we dat aanvaarden.</translation>
    </message>
</context>
<context>
    <name>RoleCard</name>
    <message>
        <source>Role card: {name}</source>
        <translation>Rolkaart: {name}</translation>
    </message>
    <message>
        <source>Your worry: {text}</source>
        <translation>Uw zorg: {text}</translation>
    </message>
    <message>
        <source>What you know: {text}</source>
        <translation>Wat u weet: {text}</translation>
    </message>
    <message>
        <source>Tip for the facilitator: {text}</source>
        <translation>Tip voor de gespreksleider: {text}</translation>
    </message>
</context>
<context>
    <name>RouteEditor</name>
    <message>
        <source>Message</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>By which platform</source>
        <translation>Langs welk platform</translation>
    </message>
    <message>
        <source>Or by another channel</source>
        <translation>Of langs een ander kanaal</translation>
    </message>
    <message>
        <source>Digital or physical</source>
        <translation>Digitaal of fysiek</translation>
    </message>
    <message>
        <source>Needed in a crisis</source>
        <translation>Nodig in een crisis</translation>
    </message>
    <message>
        <source>Works without</source>
        <translation>Werkt zonder</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
    <message>
        <source>none of the platforms</source>
        <translation>geen van de platforms</translation>
    </message>
</context>
<context>
    <name>RoutesPage</name>
    <message>
        <source>Ways</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>Add way</source>
        <translation>Weg toevoegen</translation>
    </message>
    <message>
        <source>There are no ways yet. Say for each message and group by which channel it arrives.</source>
        <translation>Er zijn nog geen wegen. Zeg per bericht en groep langs welk kanaal het aankomt.</translation>
    </message>
    <message>
        <source>works without {what}</source>
        <translation>werkt zonder {what}</translation>
    </message>
    <message>
        <source>crisis</source>
        <translation>crisis</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} van {count}</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>Gone since the earlier session: {names}</source>
        <translation>Vervallen sinds de vorige sessie: {names}</translation>
    </message>
    <message>
        <source>(not filled in yet)</source>
        <translation>(nog niet ingevuld)</translation>
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
        <source>Round 1 is blind</source>
        <translation>Ronde 1 is blind</translation>
    </message>
    <message>
        <source>Speaking time in seconds</source>
        <translation>Spreektijd in seconden</translation>
    </message>
    <message>
        <source>Minutes per cell</source>
        <translation>Minuten per cel</translation>
    </message>
    <message>
        <source>Language of the documents</source>
        <translation>Taal van de documenten</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Vragen</translation>
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
    <message>
        <source>This is fixed: round 1 has begun.</source>
        <translation>Dit staat vast: ronde 1 is begonnen.</translation>
    </message>
    <message>
        <source>Until the reveal nobody sees what another discipline answered. This is fixed at the first answer.</source>
        <translation>Tot de onthulling ziet niemand wat een andere discipline heeft geantwoord. Dit staat vast bij het eerste antwoord.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Everywhere</source>
        <translation>Overal</translation>
    </message>
    <message>
        <source>prepare, rate, conversation, decide, report, overview, projector</source>
        <translation>voorbereiden, beoordelen, gesprek, besluiten, verslag, overzicht, projector</translation>
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
        <source>close the session / quit</source>
        <translation>sessie sluiten / afsluiten</translation>
    </message>
    <message>
        <source>copy the table or list, for Word or Excel</source>
        <translation>de tabel of lijst kopiëren, voor Word of Excel</translation>
    </message>
    <message>
        <source>to the other part of the screen</source>
        <translation>naar het andere deel van het scherm</translation>
    </message>
    <message>
        <source>these keys / the guide, at the chapter of this screen</source>
        <translation>deze toetsen / de handleiding, bij het hoofdstuk van dit scherm</translation>
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
        <source>not up for discussion for us</source>
        <translation>voor ons onbespreekbaar</translation>
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
        <source>this cell earlier / later</source>
        <translation>deze cel eerder / later</translation>
    </message>
    <message>
        <source>this cell now</source>
        <translation>deze cel nu</translation>
    </message>
    <message>
        <source>skip this cell / done with it</source>
        <translation>deze cel overslaan / klaar</translation>
    </message>
    <message>
        <source>Questions: practice, guidelines, deciding</source>
        <translation>Vragen: praktijk, richtlijnen, besluiten</translation>
    </message>
    <message>
        <source>to the next or previous question</source>
        <translation>naar de volgende of vorige vraag</translation>
    </message>
    <message>
        <source>answer the question</source>
        <translation>de vraag beantwoorden</translation>
    </message>
    <message>
        <source>close the question / on to the next without an answer</source>
        <translation>de vraag sluiten / door naar de volgende zonder antwoord</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Verslag</translation>
    </message>
    <message>
        <source>print the minutes</source>
        <translation>het verslag afdrukken</translation>
    </message>
    <message>
        <source>find in the minutes; Enter goes on, Shift+Enter goes back</source>
        <translation>zoeken in het verslag; Enter gaat verder, Shift+Enter terug</translation>
    </message>
    <message>
        <source>to another page</source>
        <translation>naar een andere bladzijde</translation>
    </message>
    <message>
        <source>pages larger, smaller, as wide as fits (with the focus on the pages)</source>
        <translation>bladzijden groter, kleiner, passend (met de focus op de bladzijden)</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <source>find in the guide; Enter goes on, Shift+Enter goes back</source>
        <translation>zoeken in de handleiding; Enter gaat verder, Shift+Enter terug</translation>
    </message>
    <message>
        <source>clear the search, or close the guide</source>
        <translation>zoeken wissen, of de handleiding sluiten</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Projector</translation>
    </message>
    <message>
        <source>on or off; Esc in the projector window turns it off</source>
        <translation>aan of uit; Esc in het projectorvenster zet hem uit</translation>
    </message>
    <message>
        <source>next / back, page by page</source>
        <translation>volgende / terug, blad voor blad</translation>
    </message>
    <message>
        <source>blank / break</source>
        <translation>leeg / pauze</translation>
    </message>
    <message>
        <source>larger, smaller type on the projector</source>
        <translation>grotere, kleinere letters op de projector</translation>
    </message>
    <message>
        <source>back, next and blank in the projector window, for a remote control</source>
        <translation>terug, volgende en leeg in het projectorvenster, ook met een afstandsbediening</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Open the guide</source>
        <translation>Handleiding openen</translation>
    </message>
</context>
<context>
    <name>StanceLine</name>
    <message>
        <source>why</source>
        <translation>waarom</translation>
    </message>
    <message>
        <source>For which value: {name}</source>
        <translation>Om welke waarde: {name}</translation>
    </message>
    <message>
        <source>no value named</source>
        <translation>geen waarde genoemd</translation>
    </message>
</context>
<context>
    <name>StancesPanel</name>
    <message>
        <source>The round is still blind. Who is for or against comes after the reveal.</source>
        <translation>De ronde is nog blind. Wie voor of tegen is, komt na het onthullen.</translation>
    </message>
    <message>
        <source>Nobody has taken a stand yet.</source>
        <translation>Nog niemand heeft een standpunt.</translation>
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
        <source>Practice session</source>
        <translation>Oefensessie</translation>
    </message>
    <message>
        <source>ten minutes, nothing is kept</source>
        <translation>tien minuten, niets wordt bewaard</translation>
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
        <source>Sessions in a folder…</source>
        <translation>Sessies in een map…</translation>
    </message>
    <message>
        <source>Every session in one list, with how far each is.</source>
        <translation>Alle sessies in één lijst, met hoe ver elke sessie is.</translation>
    </message>
    <message>
        <source>Back to the recent sessions</source>
        <translation>Terug naar recente sessies</translation>
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
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>%n sessie</numerusform>
            <numerusform>%n sessies</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} in {folder}</source>
        <translation>{count} in {folder}</translation>
    </message>
    <message>
        <source>There is no session in this folder. Session files end in .kanaal.</source>
        <translation>In deze map staat geen sessie. Sessiebestanden eindigen op .kanaal.</translation>
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
        <source>Weigh and decide</source>
        <translation>Afwegen en besluiten</translation>
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
    <name>SteerScreen</name>
    <message>
        <source>What the room sees now</source>
        <translation>Wat de zaal nu ziet</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Wat hierna komt</translation>
    </message>
    <message>
        <source>All slides</source>
        <translation>Alle beelden</translation>
    </message>
    <message>
        <source>Steps of the session</source>
        <translation>Stappen van de sessie</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Projector</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Beeldscherm</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Leeg</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Smaller type on the projector (Ctrl+Alt+-)</source>
        <translation>Kleinere letters op de projector (Ctrl+Alt+-)</translation>
    </message>
    <message>
        <source>Larger type on the projector (Ctrl+Alt++)</source>
        <translation>Grotere letters op de projector (Ctrl+Alt++)</translation>
    </message>
    <message>
        <source>Next on the projector</source>
        <translation>Hierna op de projector</translation>
    </message>
    <message>
        <source>Slides and steps</source>
        <translation>Beelden en stappen</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Beelden</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Volgende stap</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <source>Next step: {name}</source>
        <translation>Volgende stap: {name}</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>Laatste stap</translation>
    </message>
    <message>
        <source>This session is read-only.</source>
        <translation>Deze sessie is alleen-lezen.</translation>
    </message>
    <message>
        <source>{name} (page {page} of {pages})</source>
        <translation>{name} (blad {page} van {pages})</translation>
    </message>
    <message>
        <source>This is the last slide.</source>
        <translation>Dit is het laatste beeld.</translation>
    </message>
    <message>
        <source>type {percent} %</source>
        <translation>letters {percent} %</translation>
    </message>
    <message>
        <source>Turn off (F11)</source>
        <translation>Zet uit (F11)</translation>
    </message>
    <message>
        <source>Turn on (F11)</source>
        <translation>Zet aan (F11)</translation>
    </message>
    <message>
        <source>The other display</source>
        <translation>Het andere scherm</translation>
    </message>
    <message>
        <source>{name}, {width} x {height}</source>
        <translation>{name}, {width} x {height}</translation>
    </message>
</context>
<context>
    <name>TalkPanel</name>
    <message>
        <source>Speaking time</source>
        <translation>Spreektijd</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tijd</translation>
    </message>
    <message>
        <source>Speaking time left</source>
        <translation>Spreektijd over</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Next speaker</source>
        <translation>Volgende spreker</translation>
    </message>
    <message>
        <source>Minutes planned for this item</source>
        <translation>Geplande minuten voor dit punt</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Speaking order</source>
        <translation>Spreekvolgorde</translation>
    </message>
    <message>
        <source>outer levels first, {time} each</source>
        <translation>uitersten eerst, ieder {time}</translation>
    </message>
    <message>
        <source>Speaking time left: {name} {time}</source>
        <translation>Spreektijd over: {name} {time}</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Item {spent} of</source>
        <translation>Punt: {spent} van</translation>
    </message>
</context>
<context>
    <name>ThresholdEditor</name>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>For example: hate is the rule and no longer the exception.</source>
        <translation>Bijvoorbeeld: haat is de regel en niet meer de uitzondering.</translation>
    </message>
    <message>
        <source>How we see it</source>
        <translation>Waaraan we het zien</translation>
    </message>
    <message>
        <source>Something that anybody can observe or count.</source>
        <translation>Iets wat iedereen kan zien of tellen.</translation>
    </message>
    <message>
        <source>Looked at on</source>
        <translation>Bekijken op</translation>
    </message>
    <message>
        <source>Met?</source>
        <translation>Bereikt?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Opmerking</translation>
    </message>
</context>
<context>
    <name>ThresholdsPage</name>
    <message>
        <source>Thresholds</source>
        <translation>Drempels</translation>
    </message>
    <message>
        <source>Add threshold</source>
        <translation>Drempel toevoegen</translation>
    </message>
    <message>
        <source>There are no thresholds yet. A threshold says in advance when we stop, or when we begin.</source>
        <translation>Er zijn nog geen drempels. Een drempel zegt vooraf wanneer we stoppen, of wanneer we beginnen.</translation>
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
    <name>Verdict</name>
    <message>
        <source>Clear: {name}</source>
        <translation>Wissen: {name}</translation>
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
