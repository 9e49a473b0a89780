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


## Templates

template-blank = Blank map
template-blank-hint = One stage, one step, the usual lanes
template-simple-journey = Simple journey
template-simple-journey-hint = From the first need to telling others, in seven stages
template-service-blueprint = Service blueprint
template-service-blueprint-hint = What customers see, what staff and systems do behind it
template-online-shop = Online shop
template-online-shop-hint = From the advert to the return, with cart, payment and delivery
template-clinic = Clinic visit
template-clinic-hint = Before, during and after a visit, for patient and relative
template-bank = Bank account
template-bank-hint = Choosing a bank, opening an account, using it every day


## Errors of files

file-too-large = This file has { $size } MB; no map is larger than { $most } MB. Choose another file.
file-too-new = This map was saved by a newer Wayfelt, in format { $found }; this one knows formats up to { $supported }. Update Wayfelt to open it. The file stays as it is.
file-no-such-format = There is no format { $found }. Write "format: { $supported }".
file-not-utf8 = The byte { $byte } is not UTF-8. Save the file again as UTF-8 text.
file-ends-early = The text ends in the middle of the map. Close the bracket or text that is open, or get the whole file again.
file-more-text = There is more text after the end of the map. Remove it, or look for a bracket that closes too early.
file-expected-comma = A comma or a closing bracket is expected here.
file-expected-colon = A colon is expected here, between the name and its value.
file-expected-bracket = { $bracket } is expected here.
file-expected-text = A text in quotation marks is expected here.
file-expected-end-of-text = This text has no end. Write the closing quotation mark.
file-expected-number = A number is expected here, as 1.5.
file-expected-whole-number = A whole number is expected here.
file-expected-true-or-false = true or false is expected here.
file-expected-name = A name is expected here.
file-expected-end-of-comment = This comment has no end. Write */ after it.
file-expected-date = A date is expected here, as "2026-11-22".
file-expected-id = An id is expected here: eight of the digits and small letters without i, l, o and u, as "7h3k9m2p".
file-wrong-type = { $expected } is expected here, not { $found }.
file-unknown-field = Nothing is called { $found } here. Did you mean { $nearest }?
file-unknown-field-of = Nothing is called { $found } here. Known are { $known }.
file-unknown-choice = { $found } is none of the choices. Did you mean { $nearest }?
file-unknown-choice-of = { $found } is none of the choices. Choose from { $known }.
file-missing-field = { $field } is missing. Add it before this place.
file-twice = { $name } is there twice. Remove one of the two.
file-out-of-range = A number from { $low } to { $high } is expected here, not { $found }.
file-does-not-fit = This number is too large or too small here. Write a smaller one, without a sign.
file-not-finite = A number is expected here that is neither infinite nor NaN.
file-too-deep = The brackets are nested deeper than in any map. Remove those that are too many.
file-escape = The backslash has no meaning before this letter. Write \\ for a backslash.
file-other = This can't be read: { $message }.

file-cannot-read = Can't be read: { $reason }
file-cannot-save = Can't be saved: { $reason } What was there before is still there.
file-reason-not-found = there is no such file or folder. Check the name.
file-reason-permission = permission is missing. Choose another folder, or ask for the right to it.
file-reason-is-folder = it is a folder. Name a file in it.
file-reason-not-folder = a part of the path is no folder. Check the name.
file-reason-full = the disk is full. Make room, or choose another disk.
file-reason-read-only = the disk is read-only. Choose another folder.
file-reason-exists = it is there already. Choose another name, or remove it first.
file-reason-other = { $message }.


## Faults and advice

fault-duplicate = { $thing } has an id that another one has too. Give one of them a new id.
fault-unknown = { $at } names { $named }, which isn't there. Remove the reference, or add what it names.
fault-lane-without-cards = { $card } lies in { $lane }, which has no cards. Move it to another lane.
fault-wrong-content = { $card } holds { $found }, but its lane holds { $expected }. Move it, or change its content.
fault-span-before-start = { $card } ends before the step where it begins. Let it end at that step or a later one.
fault-span-in-tray = { $card } lies in the tray and can't span steps. Remove "until".
fault-not-pain-point = { $card } answers { $other }, which is no pain point. Remove the answer.
fault-not-touchpoint = { $card } repeats what was said at { $other }, which is no other touchpoint. Remove "said_first".
fault-phase-order = { $stage } has a phase that breaks the order pre-purchase, purchase, post-purchase. Change its phase, or move it.
fault-empty-score = The score of { $persona } at { $step } says neither what is believed nor what was measured. Write one of the two.
fault-measured-answers = The score of { $persona } at { $step } was measured with no answers. Write how many there were.
fault-measured-mean = The measured score of { $persona } at { $step } is outside −2…+2. Correct the mean.
fault-measured-spread = The standard deviation of { $persona } at { $step } is below 0. Correct it.
fault-measured-bad = The share of bad answers of { $persona } at { $step } is outside 0…1. Correct it.
fault-not-finite = A metric holds infinity or no number: { $at }. Correct it.
fault-loss-rates = The loss rates must be shares from 0 to 1, the second no smaller than the first. Correct them.
fault-file-name = { $at } names the picture { $name }, which leads out of the map's folder of images. Name a file in that folder.
fault-the-map = the whole map
thing-persona = Persona "{ $name }"
thing-segment = Segment "{ $name }"
thing-stage = Stage "{ $name }"
thing-step = Step "{ $name }"
thing-lane = Lane "{ $name }"
thing-card = Card "{ $name }"
thing-channel = Channel "{ $name }"
thing-evidence = Evidence "{ $name }"
content-text = text
content-touchpoint = a touchpoint
content-pain-point = a pain point
content-opportunity = an opportunity
content-metric = a metric
content-image = a picture
content-process = a process


## Edits, as undo names them


## Import and export

import-several-diagrams = There are { $found } journey diagrams; the first one was read. --nth chooses another one.
import-text-before = The text before the diagram was left out.
import-header-in-capitals = “journey” is written in small letters in Mermaid; it was read all the same.
import-front-matter = The title in the front matter is no plain text; it was left out.
import-no-tasks = The diagram has no tasks.
import-title-twice = There is a second title; it takes the place of the first.
import-title-like-task = This looks like a task, but a line that begins with “title” is the title.
import-empty-name = There is no name behind the word.
import-colon-missing = A colon is missing behind the word; the line was read as if it were there.
import-colon-in-section = The section's name holds a colon, which Mermaid refuses; it was kept.
import-keyword-as-task = The line begins with a word of Mermaid's own; it was read as a task.
import-line-left-out = The line says nothing about a journey; it was left out.
import-semicolon = Mermaid stops at the semicolon; the line was read to its end.
import-hash-left-out = “{ $text }” begins with # and is a comment; it was left out.
import-hash-kept = The name holds a #, at which Mermaid stops; it was kept.
import-no-task-name = The task has no name.
import-no-score = The task has no score; it is unknown.
import-score-no-number = “{ $found }” is no number; the score is unknown.
import-score-outside = The score { $found } is outside 1…5; { $taken } was taken.
import-read-from-right = The name holds a colon; score and people were read from the end of the line.
import-swapped = Score and person stand in each other's place; they were swapped.
import-fields-in-notes = “{ $text }” is more than Mermaid reads; it is in the step's notes.
import-quoted-people = The quoted text among the people was parted at its commas.
import-too-large = The input has { $bytes } bytes; at most { $most } are read.
import-not-text = This is no text: byte { $byte } fits no UTF-8. Save it as UTF-8.
import-no-diagram = There is no journey diagram here. It begins with a line “journey”.
import-other-diagram = This is a “{ $kind }” diagram; only “journey” diagrams can be read.
import-no-such-diagram = Diagram { $wanted } was asked for, but there are { $found }.
import-open-description = The description that begins here never ends. Put a closing brace behind it.
import-too-many-tasks = There are more than { $most } tasks. Part the diagram into several maps.
import-too-many-people = There are more than { $most } people. Check whether the third field really holds people.

format-svg = SVG picture
format-png = PNG picture
format-pdf = PDF document
export-too-large = The picture would be { $width } × { $height } pixels, more than the { $most } that a PNG may have. Choose a smaller scale.
export-failed = The { $format } can't be made: { $message }.


## The command line

cli-about = Customer journey maps: without a command, the window opens
cli-usage = Usage:
cli-commands = Commands:
cli-options = Options:
cli-files = Files:
cli-open-files = Maps to open in the window
cli-help = Print help
cli-version = Print the version
cli-lang = Language of what is made and of the messages: en or vi
cli-new = Make a new map from a template
cli-new-template = Name of the template
cli-out = The file to write; - is standard output
cli-import = Make a map from a diagram in another format
cli-import-input = The diagram (.mmd, .md, .txt); - is standard input
cli-import-nth = Which of several diagrams, from 1
cli-export = Paint maps as pictures
cli-export-files = Maps; - is standard input
cli-export-to = Formats, separated by commas: { $known }
cli-export-folder = The folder to write into, each file named after its map
cli-export-theme = light or dark; else the map's own
cli-export-scale = Pixels of a PNG for each unit of the map
cli-export-all = Show hidden lanes, open collapsed ones
cli-export-text = paths: letters as outlines in SVG, for programs that ignore embedded fonts
cli-export-transparent = No background
cli-check = List what makes maps invalid, and advice
cli-check-json = Write the list as JSON
cli-check-strict = Let advice count as found too
cli-format = Rewrite maps in their canonical form
cli-format-check = Write nothing, only say which would change
cli-faults = { $count } faults make this map invalid. Run "wayfelt check { $file }" to see them, and correct the map.
cli-one-fault = A fault makes this map invalid: { $fault }
cli-nothing-found = nothing found
cli-advice = advice: { $advice }
cli-warning = warning: { $warning }
cli-not-canonical = not in canonical form. Run "wayfelt format { $file }" to rewrite it.
cli-rewritten = rewritten
cli-template-unknown = There is no template "{ $name }". Choose from { $known }.
cli-exists = There is a file with this name already. Choose another name, or remove it first.
cli-out-needed = Say where to write: -o FILE, or --to FORMATS with --out-dir FOLDER.
cli-out-one = -o takes one map in one format. Use --to FORMATS with --out-dir FOLDER for several.
cli-out-same = Two results would have the name { $file }. Export these maps one at a time.
cli-format-unknown = "{ $name }" is no format that can be written. Choose from { $known }.
cli-format-needed = Writing to standard output needs one format, as --to svg.
cli-input-once = Standard input can be read only once. Name - one time.
cli-import-later = Files ending in .{ $extension } can't be imported. Give a Mermaid journey as .mmd, .md or .txt.
cli-no-window = This wayfelt was built without its window. Build it with "cargo build --release", or use a command: wayfelt --help.


## Commands


## The window


# The panels' words in this section.

card-text = Note
card-touchpoint = Touchpoint
card-pain-point = Pain point
card-opportunity = Opportunity
card-metric = Metric
card-image = Picture
card-process = Process
touchpoint-in-use = In use
touchpoint-missing = Missing
touchpoint-redundant = Redundant
service-person = Person
service-automated = Automated
service-self = Self-service
opportunity-idea = Idea
opportunity-planned = Planned
opportunity-in-progress = In progress
opportunity-done = Done
opportunity-rejected = Rejected
business-e-commerce = E-commerce
business-saas = SaaS
business-free-mobile-app = Free mobile app
business-media-site = Media site
business-user-generated = User-generated content
business-marketplace = Two-sided marketplace
business-launch = Launch
business-growth = Growth
business-profit = Profit
business-maturity = Maturity
outline-journey = Stages and steps
outline-lanes = Lanes
outline-personas = Personas
outline-add-stage = Add a stage
outline-add-step = Add a step to { $stage }
outline-add-lane = Add a lane
outline-add-persona = Add a persona
outline-new-stage = New stage
outline-new-step = New step
outline-new-persona = New persona
outline-no-stages = No stages yet. A stage is a part of the journey, such as Awareness or Support; its steps are what the customer does.
outline-no-lanes = No lanes yet. A lane holds one kind of information: touchpoints, emotion, pain points.
outline-no-personas = No personas yet. A persona is one invented but researched customer who makes this journey.
outline-unnamed = Unnamed
outline-phase = Phase { $name }
outline-stage = Stage { $name }
outline-step = Step { $name }
outline-step-moment = Step { $name }, moment of truth
outline-lane = Lane { $name }
outline-persona = Persona { $name }
outline-hidden = hidden
outline-collapsed = collapsed
outline-locked = locked
outline-rename = Rename { $name }
outline-menu-rename = Rename
outline-menu-add-step = Add a step
outline-menu-up = Move up
outline-menu-down = Move down
outline-menu-remove = Remove
outline-menu-moment = Mark as moment of truth
outline-menu-no-moment = No longer a moment of truth
outline-menu-hide = Hide on the map
outline-menu-show = Show on the map
outline-menu-collapse = Collapse
outline-menu-expand = Expand
outline-menu-lock = Lock
outline-menu-unlock = Unlock
inspector-untitled = { $kind } without words
inspector-date-hint = 2026-11-22


## Insights and plots
