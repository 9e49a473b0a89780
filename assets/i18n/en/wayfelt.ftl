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


## The command line


## Commands


## The window


## Insights and plots


