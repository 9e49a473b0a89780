### Every word that people see. Ids are the same in all languages; a section belongs to one room of the code.


## The map's own words (layout, and wherever the map is read out)

phase-pre-purchase = Pre-purchase
phase-purchase = Purchase
phase-post-purchase = Post-purchase
role-user = user
role-buyer = buyer
role-payer = payer
role-decider = decider
role-influencer = influencer
line-interaction = Line of interaction
line-visibility = Line of visibility
line-internal-interaction = Line of internal interaction
map-moment-of-truth = Moment of truth
map-lowest = Lowest { $value }
map-omtm = The one metric
map-validated = validated
map-hypothesis = hypothesis
map-unknown = unknown
map-not-involved = not involved
map-no-answer = No answer yet
map-estimate = estimate
map-as-is = As is
map-to-be = To be
map-impact-effort = impact · effort (1–5)
map-impact-effort-values = { $impact } · { $effort }
map-severity-share = severity, % of customers affected
map-repeats = repeats themselves
map-legend = Solid: validated, n ≥ 30, 95% confidence band. Dashed: hypothesis. Gap: no data, or not involved.
map-loss-estimate = estimate after { $source }: { $first } leave after one bad experience, { $second } after two or three
map-untitled = Untitled journey
map-step-place = step { $n } of { $count }
map-severity-of = severity { $value } of 5
map-share-affected = { $share } of customers affected
map-rank = rank { $rank }
map-impact-of = impact { $value } of 5
map-effort-of = effort { $value } of 5
map-owner = owner { $owner }
map-persona-only = concerns { $names }
map-repeats-name = the customer repeats themselves
map-missing = missing
map-redundant = redundant
map-score-name = { $persona }: { $value }
map-answers = { $n } answers
map-expected = expected { $value }
map-kept-name = customers kept: { $range }
map-at-most = at most { $range }
map-priority-name = pain priority { $value }
map-minutes = { $n } min
map-hours = { $n } h
map-days = { $n } d
map-active = active { $time }
map-waiting = waiting { $time }
map-target = target { $value }
map-image-missing = Picture not found: { $file }
map-votes = { $n } votes
map-risk = risk
map-legend-marks = ? unknown. – not involved.

lane-actions = Actions
lane-touchpoints = Touchpoints
lane-thoughts = Thoughts
lane-emotion = Emotion
lane-pain-points = Pain points
lane-opportunities = Opportunities
lane-metrics = Metrics
lane-expectations = Expectations
lane-needs = Needs
lane-quotes = Quotes
lane-text = Notes
lane-images = Storyboard
lane-frontstage = Frontstage
lane-backstage = Backstage
lane-systems = Systems
lane-evidence = Evidence
lane-owners = Owners
lane-time = Time
lane-customers-kept = Customers kept
lane-pain-priority = Pain priority


## Channels

channel-store = Store
channel-counter = Counter
channel-salesperson = Salesperson
channel-field-visit = Field visit
channel-event = Event
channel-post = Post
channel-courier = Courier
channel-packaging = Packaging
channel-kiosk = Kiosk
channel-point-of-sale = Point of sale
channel-call-centre = Call centre
channel-hotline = Hotline
channel-website = Website
channel-mobile-web = Mobile web
channel-mobile-app = Mobile app
channel-live-chat = Live chat
channel-chatbot = Chatbot
channel-email = Email
channel-sms = SMS
channel-messaging-app = Messaging app
channel-social-network = Social network
channel-livestream = Livestream
channel-search-engine = Search engine
channel-advertising = Advertising
channel-video = Video
channel-online-marketplace = Online marketplace
channel-review-site = Review site
channel-community = Community
channel-e-wallet = E-wallet
channel-ar-vr = AR/VR
channel-ai-assistant = AI assistant
channel-self-service-portal = Self-service portal
channel-connected-device = Connected device
channel-word-of-mouth = Word of mouth


## Errors of files


## Faults and advice


## Edits, as undo names them


## Import and export


## The command line


## Commands

menu-file = File
menu-edit = Edit
menu-view = View
menu-insert = Insert
menu-tools = Tools
menu-help = Help
command-new = New map
command-new-tip = Start with an empty map
command-from-template = New from template…
command-from-template-tip = Start with a map that somebody thought through
command-open = Open…
command-open-tip = Open a map from a file
command-start-page = Start page
command-start-page-tip = Recent files, templates and samples
command-save = Save
command-save-tip = Save this map to its file
command-save-as = Save as…
command-save-as-tip = Save this map to another file
command-export = Export…
command-export-tip = Give this map away as a picture or a document
command-print = Print…
command-print-tip = Make a PDF to print
command-close = Close tab
command-close-tip = Close this map; asks before anything is lost
command-quit = Quit
command-quit-tip = Close the window; asks before anything is lost
command-undo = Undo
command-undo-what = Undo: { $what }
command-undo-tip = Take back the last change
command-redo = Redo
command-redo-what = Redo: { $what }
command-redo-tip = Do again what was taken back
command-cut = Cut
command-cut-tip = Move what is selected to the clipboard
command-copy = Copy
command-copy-tip = Copy what is selected, also for a spreadsheet
command-paste = Paste
command-paste-tip = Paste cards, lines of text or cells of a spreadsheet
command-duplicate = Duplicate
command-duplicate-tip = Put a copy beside what is selected
command-delete = Delete
command-delete-tip = Remove what is selected; undo brings it back
command-select-all = Select all cards
command-select-all-tip = Select every card of the map
command-zoom-in = Zoom in
command-zoom-in-tip = Show the map larger
command-zoom-out = Zoom out
command-zoom-out-tip = Show the map smaller
command-zoom-actual = Actual size
command-zoom-actual-tip = Show the map at 100%
command-zoom-fit = Fit map
command-zoom-fit-tip = Show the whole map
command-zoom-selection = Zoom to selection
command-zoom-selection-tip = Bring what is selected into view
command-outline = Outline
command-outline-tip = Show or hide stages, steps and lanes
command-inspector = Inspector
command-inspector-tip = Show or hide the fields of what is selected
command-insights = Insights
command-insights-tip = Show or hide the plots
command-theme-system = Theme: as the system
command-theme-system-tip = Light or dark as the system is
command-theme-light = Theme: light
command-theme-light-tip = Dark on light
command-theme-dark = Theme: dark
command-theme-dark-tip = Light on dark
command-english = English
command-english-tip = The window speaks English
command-vietnamese = Tiếng Việt (Vietnamese)
command-vietnamese-tip = The window speaks Vietnamese
command-insert-after = Insert after
command-insert-after-tip = On a stage a stage, on a lane name a lane, elsewhere a step
command-insert-card = Card
command-insert-card-tip = Add a card to this cell
command-insert-step = Step
command-insert-step-tip = Add a step after this one
command-insert-stage = Stage
command-insert-stage-tip = Add a stage after this one
command-insert-lane = Lane…
command-insert-lane-tip = Add a lane of the kind you choose
command-insert-persona = Persona
command-insert-persona-tip = Add somebody who makes this journey
command-moment = Moment of truth
command-moment-tip = This step decides whether the customer stays
command-remove-here = Remove here
command-remove-here-tip = On a stage the stage, on a lane name the lane, elsewhere the step
command-remove-step = Remove step
command-remove-step-tip = Remove this step with its cards; undo brings it back
command-remove-stage = Remove stage
command-remove-stage-tip = Remove this stage with its steps; undo brings it back
command-remove-lane = Remove lane
command-remove-lane-tip = Remove this lane with its cards; undo brings it back
command-palette = Find anything…
command-palette-tip = Every command, by a few letters of its name
command-problems = Problems and hints
command-problems-tip = What this map still lacks
command-copy-picture = Copy as picture
command-copy-picture-tip = Copy the whole map as a picture
command-keys = Keyboard shortcuts
command-keys-tip = Every key on one page
command-about = About Wayfelt
command-about-tip = Version and licences
command-next-tab = Next tab
command-next-tab-tip = Show the map to the right
command-previous-tab = Previous tab
command-previous-tab-tip = Show the map to the left
command-next-panel = Next panel
command-next-panel-tip = Move the keyboard to the next panel
command-previous-panel = Previous panel
command-previous-panel-tip = Move the keyboard to the panel before
command-menu-bar = Menu bar
command-menu-bar-tip = Open the menus with the keyboard
keys-arrows = Move over stages, steps, lanes and cells
keys-typing = Start a card, or write over a name
keys-enter = Keep the card and open the next one in the cell; on a header, edit
keys-ctrl-enter = Keep the card and stay on it
keys-tab = Keep and go to the next step; after the last, a new one
keys-shift-tab = Keep and go back a step
keys-escape = Put back what was there
keys-f2 = Edit the card or the name; in an emotion cell, type the figure
keys-alt-arrows = Move the card, step, stage or lane
keys-digits = In an emotion cell: −2 … +2, and on to the next step
keys-plus-minus = In an emotion cell: half a point up or down
keys-zero = In an emotion cell: unknown
keys-x = In an emotion cell: not involved
keys-space = Held down: drag the map; on a stage or lane: fold it

## The window

window-title = { $map } – Wayfelt
window-untitled = Untitled map
window-menu-bar = Menu bar
window-toolbar = Toolbar
window-canvas = Map
window-status = Status bar
window-tabs = Open maps
window-start = Start
window-tab-unsaved = { $map }, not saved
window-tab-close = Close { $map }
window-new-tab = New map
window-find = Find anything
window-language = English
window-language-switch = Language of the window: English. Switch to Vietnamese
window-theme-dark = Dark theme
window-theme-light = Light theme
window-export = Export
window-fit = Fit
window-lane = Lane
window-persona = Persona
window-zoom = Zoom { $zoom }: back to 100%
window-recent = Recent
window-close = Close
window-cancel = Cancel
window-saved = Saved
window-unsaved = Not saved
window-never-saved = Not in a file yet
window-steps = { $n } { $n ->
    [1] step
   *[other] steps
}
window-lanes = { $n } { $n ->
    [1] lane
   *[other] lanes
}
window-personas = { $n } { $n ->
    [1] persona
   *[other] personas
}
window-cards-selected = { $n } { $n ->
    [1] card
   *[other] cards
} selected
window-no-problems = No problems
window-problems = { $n } { $n ->
    [1] hint
   *[other] hints
}
window-problem-one = 1 hint: { $what }
window-hint-cell = Type to add a card · Tab next step · Ctrl+K everything else
window-hint-emotion = 1–5 score · + − half a point · 0 unknown · X not involved
window-hint-card = F2 edit · Alt+arrows move · Ctrl+D duplicate
window-hint-header = Enter edit · Alt+arrows move · Ctrl+Shift+Enter insert after
window-hint-start = Ctrl+N new map · Ctrl+O open · Ctrl+K find anything
window-hint-none = Arrow keys move over the map · Ctrl+K find anything
window-dismiss = Dismiss
window-drop = Drop to open
window-new-step = New step
window-new-stage = New stage
window-new-persona = New persona
start-title = What do customers go through?
start-subtitle = Map the journey step by step, score how it feels, find what hurts.
start-recent = Recent maps
start-no-recent = Maps you open or save will be here.
start-templates = Start from a template
start-samples = Learn from a finished map
start-drop = You can also drop a map file onto this window.
start-missing = not found
palette-hint = Type a command…
palette-name = Find anything
palette-nothing = Nothing is called that.
palette-not-now = not now
palette-lane-hint = Which kind of lane?
dialog-unsaved-title = Save the changes to “{ $map }”?
dialog-unsaved-body = If you don't save, they are lost.
dialog-save = Save
dialog-dont-save = Don't save
dialog-recovery-title = Bring back unsaved maps?
dialog-recovery-body = Wayfelt ended before these were saved. Nothing is lost yet.
dialog-recover = Recover
dialog-discard = Discard
dialog-recover-all = Recover all
dialog-later = Ask again later
dialog-template-title = New from template
dialog-template-body = You get a copy; the template stays as it is.
dialog-keys-title = Keyboard shortcuts
dialog-keys-commands = Commands
dialog-keys-canvas = On the map
dialog-about-title = About Wayfelt
dialog-about-body = Customer journey maps that a workshop opens on a laptop: no network, no account. The file is readable text and yours.
dialog-about-version = Version { $version }
dialog-about-licence = Licence: MIT or Apache-2.0. Fonts: Be Vietnam Pro and Inter (OFL). Icons: Lucide (ISC).
dialog-problems-title = Problems and hints
dialog-problems-none = Nothing is missing.
dialog-problems-show = Show
dialog-problems-fix = Mend
dialog-export-title = Export “{ $map }”
dialog-export-format = Format
dialog-export-theme = Colours
dialog-export-scale = Size
dialog-export-transparent = Transparent paper
dialog-export-size = { $width } × { $height } pixels
dialog-export-size-units = { $width } × { $height } map units
dialog-export-size-mm = { $width } × { $height } mm
dialog-export-go = Export…
dialog-export-done = Exported to { $path }
dialog-export-copied = The picture is on the clipboard.
dialog-light = Light
dialog-dark = Dark
dialog-path-open = Open a file
dialog-path-save = Save to a file
dialog-path-export = Export to a file
dialog-path-label = Path of the file
dialog-path-open-go = Open
dialog-path-save-go = Save
dialog-path-hint = The system has no file dialog, so type the path. Tab completes it.
dialog-path-exists = A file is there already; it will be replaced.
dialog-path-none = There is no such file.
dialog-path-no-folder = There is no such folder.
error-open = “{ $name }” can't be opened: { $why }
error-save = “{ $name }” wasn't saved: { $why } The map stays open, nothing is lost.
error-export = Not exported: { $why }
error-edit = That can't be done: { $why }
error-recovery = No recovery copy can be written: { $why }
error-clipboard = The clipboard can't be used: { $why }
notice-saved = Saved to { $path }
notice-recovered = { $name } was recovered. Save it to keep it.

## Insights and plots


