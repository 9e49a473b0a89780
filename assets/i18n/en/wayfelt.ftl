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
map-link-name = Link from { $from } to { $to }
map-link-name-label = Link from { $from } to { $to }: { $label }
map-branch-name = Branch from { $from } to { $to }
map-branch-name-label = Branch from { $from } to { $to }: { $label }
map-loop-name = Loop back from { $from } to { $to }
map-loop-name-label = Loop back from { $from } to { $to }: { $label }
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
map-title-to-be = { $title } (to be)
map-title-copy = { $title } (copy)
map-impact-effort = impact · effort (1–5)
map-impact-effort-values = { $impact } · { $effort }
map-severity-share = severity, % of customers affected
map-repeats = repeats themselves
map-legend-solid = Solid: validated.
map-legend-band = Band: 95% confidence.
map-legend-dashed = Dashed: hypothesis.
map-legend-gap = Gap: no data, or not involved.
map-legend-expected = Bar at a point: what was expected.
map-legend-unknown = ? unknown.
map-legend-not-involved = – not involved.
map-loss-estimate = estimate after { $source }: { $first } leave after one bad experience, { $second } after two or three
map-untitled = Untitled journey
map-step-place = step { $n } of { $count }
map-conflict = open conflict
map-locked = locked
map-unnamed = Unnamed
map-until = as far as { $place }
map-personalised = personalised
map-stage-place = stage { $n } of { $count }
map-cell-empty = empty
map-cell-no-step = no step yet
map-cell-covered = here { $what } goes on
map-row-collapsed = collapsed
map-row-collapsed-cards = { $n ->
    [0] collapsed, empty
    [one] one card, collapsed
   *[other] { $n } cards, collapsed
}
map-cell-collapsed = { $n ->
    [0] folded, empty
    [one] folded, one card
   *[other] folded, { $n } cards
}
map-notes = notes: { $text }
map-evidence-count = { $n ->
    [one] one piece of evidence
   *[other] { $n } pieces of evidence
}
map-links-count = { $n ->
    [one] leads to one card
   *[other] leads to { $n } cards
}
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
map-lowest-name = the lowest point
map-answers = { $n ->
    [one] 1 answer
   *[other] { $n } answers
}
map-expected = expected { $value }
map-kept-name = customers kept: { $range }
map-at-most = at most { $range }
map-priority-name = pain priority { $value }
map-minutes = { $n } min
map-hours = { $n } h
map-days = { $n } d
map-active = active { $time }
map-waiting = waiting { $time }
map-image-missing = Picture not found: { $file }
map-votes = { $n } votes
map-risk = Risk

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
template-health-insurance = Health insurance
template-health-insurance-hint = From the need for cover to treatment, claim and renewal
template-hotel = Hotel stay
template-hotel-hint = Booking, arrival, the stay, and what guests write afterwards
template-car = Buying a car
template-car-hint = From the configurator over the dealer to service and the next car
template-consumer-electronics = Consumer electronics
template-consumer-electronics-hint = Unpacking, set-up, everyday use, and the day it breaks
template-mobile-operator = Mobile operator
template-mobile-operator-hint = Changing the operator, keeping the number, bills and faults
template-public-service = Public service
template-public-service-hint = Applying for a document, with counter, back office and systems
template-saas = Software as a service
template-saas-hint = Trial, first result, roll-out, support and renewal
template-b2b = Selling to a company (B2B)
template-b2b-hint = Users, purchasing and management, from enquiry to repeat order

## Kinds of business

industry-health-insurance = Health insurance
industry-airport = Airport
industry-online-shop = Online shop
industry-clinic = Clinic
industry-hotel = Hotel
industry-bank = Bank
industry-consumer-electronics = Consumer electronics
industry-saas = SaaS
industry-mobile-operator = Mobile operator
industry-car = Car
industry-public-service = Public service
industry-b2b = B2B


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
file-expected-color = A colour is expected here, as "#1a2b3c".
file-wrong-type = { $expected } is expected here, not { $found }.
file-unknown-field = Nothing is called “{ $found }” here. Did you mean “{ $nearest }”?
file-unknown-field-of = Nothing is called “{ $found }” here. Known are { $known }.
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

file-at = line { $line }, column { $column }: { $what }
file-cannot-read = Can't be read: { $reason }
file-cannot-write = Can’t be written: { $reason }
file-cannot-save = Can't be saved: { $reason } What was there before is still there.
file-no-picture = This is no picture that can be shown. Choose a PNG, JPEG, WebP or SVG file.
file-svg-broken = This SVG picture is broken. Save it again from the program that made it, or as PNG.
file-svg-letters = This SVG picture has text in it, which would look different on each machine. Turn the text into paths (outlines) where it was drawn, or save the picture as PNG.
file-svg-reference = This SVG picture refers to something outside itself, which is never fetched. Embed it, or save the picture as PNG.
file-svg-part = This SVG picture has a photo, a pattern, a mask or an effect in it, which isn’t drawn here. Save it as PNG.
file-svg-elaborate = This SVG picture is too elaborate to be drawn quickly on every machine. Simplify it, or save it as PNG.
file-picture-too-large = This picture has { $size } MB; none is larger than { $most } MB. Make it smaller first.
file-picture-too-many-pixels = This picture has { $width } × { $height } pixels; at most { $most } million, and { $side } on a side, can be shown. Make it smaller first.
file-no-picture-folder = There is no folder for pictures yet. Save the map first.
file-reason-not-found = there is no such file or folder. Check the name.
file-reason-permission = permission is missing. Choose another folder, or ask for the right to it.
file-reason-is-folder = it is a folder. Name a file in it.
file-reason-not-folder = a part of the path is no folder. Check the name.
file-reason-full = the disk is full. Make room, or choose another disk.
file-reason-read-only = the disk is read-only. Choose another folder.
file-reason-name = the name is too long, or has letters that this disk doesn't take. Choose another name.
file-reason-too-large = a file so large isn't taken here. Choose another disk.
file-reason-busy = something else holds this file in its place. Choose another name or folder.
file-reason-network = the folder lies on a computer that doesn't answer. Try again, or choose another folder.
file-reason-device = the disk reports an error. Choose another disk, and have this one checked.
file-unsettled = The file is written, but the disk doesn't say that it would survive a power cut. Save again, or to another disk; until then a recovery copy stays.
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
fault-lost-conflict = A conflict is about { $at }, which isn't there. Remove the conflict.
fault-file-name = { $at } names the picture { $name }, which leads out of the map's folder of images. Name a file in that folder.
fault-the-map = the whole map
thing-persona = Persona “{ $name }”
thing-segment = Segment “{ $name }”
thing-stage = Stage “{ $name }”
thing-step = Step “{ $name }”
thing-lane = Lane “{ $name }”
thing-card = Card “{ $name }”
thing-touchpoint = Touchpoint “{ $name }”
thing-pain-point = Pain point “{ $name }”
thing-opportunity = Opportunity “{ $name }”
thing-metric = Metric “{ $name }”
thing-image = Picture “{ $name }”
thing-channel = Channel “{ $name }”
thing-evidence = Evidence “{ $name }”
content-text = text
content-touchpoint = a touchpoint
content-pain-point = a pain point
content-opportunity = an opportunity
content-metric = a metric
content-image = a picture
content-process = a process
advice-pain-unanswered = { $at }: no opportunity answers it yet.
advice-no-way-to-person = { $at } is automated, and no touchpoint at this step offers a way to a person.
advice-validated-without-evidence = { $at }: the score of { $persona } is called validated, but nothing was measured. Add the evidence, or make it a hypothesis.
advice-validated-on-few = { $at }: the score of { $persona } is called validated on { $n } answers; 30 or more are needed. Gather more, or make it a hypothesis.
advice-step-without-score = { $at }: nobody knows yet how anyone feels here.
advice-emotion-without-persona = { $at } has no curve, since the map has no persona. Add one.
advice-touchpoints-few = { $at }: { $observed } of { $expected } expected touchpoints in use. Customers may leave early.
advice-touchpoints-many = { $at }: touchpoints in use { $observed }, expected { $expected }. It may be too complicated.
advice-empty-card = { $at } says nothing. Write on it, or remove it.
advice-the-map = The map
advice-stage-without-steps = { $at } has no steps. Add what the customer does there, or remove it.
advice-too-many-steps = The map has { $steps } steps; more than 20 are hard to take in. Join steps, or make two maps that lead to each other.
advice-lane-behind-other = { $at } lies above a lane that is nearer to the customer, so the lines of the blueprint can’t be drawn. The order is: what the customer does, frontstage, backstage, systems.
advice-past-frontstage = { $at } is linked straight with { $other }: the arrow crosses the line of interaction and the line of visibility, with nothing in between that the customer sees. Name the frontstage in between.
advice-pain-without-owner = { $at }: nobody answers for it, nor for the opportunity that is to settle it.
advice-opportunity-answers-nothing = { $at } answers no pain point. Link it with the one it is to settle.
advice-negative-touchpoint = { $at } feels bad to { $persona }, and no pain point at this step says why.
advice-customer-repeats = { $at }: the customer comes from { $from } and has to say everything again.
advice-moment-without-evidence = { $at } is a moment of truth, and nothing about it rests on evidence.
advice-stale-evidence = { $at } should have been looked at again { $n ->
    [one] a day
   *[other] { $days } days
} ago.
advice-text-too-long = { $at } has { $letters } letters; more than { $most } can’t be read at a glance in print.
advice-missing-alternative = { $at } has a picture without an alternative text.
advice-logo-without-alternative = The logo has no alternative text.
advice-contrast = { $n ->
    [one] A colour of the brand can’t
   *[other] { $colors } colours of the brand can’t
} be read as wished; the picture shows darker or lighter ones.

## The rules of the linter

rule-stage-without-steps = Stage without steps
rule-stage-without-steps-why = A stage in which nothing happens is either forgotten or not needed; readers can’t tell which.
rule-too-many-steps = Too many steps
rule-too-many-steps-why = A map is there to be seen as a whole. Beyond 20 steps people stop looking, and printed on one page nothing can be read.
rule-too-many-steps-by-hand = Which steps belong together only you can tell: join them, or give some a map of their own.
rule-blueprint-lines = Blueprint lines crossed wrongly
rule-blueprint-lines-why = The lines of interaction, of visibility and of internal interaction part what customers do, what they see and what stays hidden. That only says something when the lanes stand in this order and no arrow skips a layer.
rule-blueprint-lines-by-hand = Where no frontstage card stands at these steps, or several do, only you know what lies in between.
rule-emotion-without-persona = Emotion curve without persona
rule-emotion-without-persona-why = A feeling is always somebody’s.
rule-empty-card = Empty card
rule-empty-card-why = A card that says nothing takes room and raises questions.
rule-step-without-score = Step without a score
rule-step-without-score-why = Silence isn’t satisfaction: a gap in the curve hides the very steps that nobody has asked about.
rule-step-without-score-by-hand = Show goes to its emotion cell: 1…5 score it, X says that this persona takes no part.
rule-pain-unanswered = Pain point without opportunity
rule-pain-unanswered-why = A pain point that nothing is planned for will still be there next year.
rule-pain-without-owner = Pain point without owner
rule-pain-without-owner-why = What belongs to everybody is done by nobody.
rule-pain-without-owner-by-hand = Who answers for it only you know. Show selects it; its owner is a field of the inspector.
rule-opportunity-answers-nothing = Opportunity that answers nothing
rule-opportunity-answers-nothing-why = An idea that settles no pain point can’t be weighed against the others, and often mends what isn’t broken.
rule-opportunity-answers-nothing-by-hand = No pain point stands at its step. Show selects it; what it answers is chosen in the inspector.
rule-negative-touchpoint = Bad touchpoint without pain point
rule-negative-touchpoint-why = A score says how bad it is, only a pain point says what to mend.
rule-touchpoint-gap = More or fewer touchpoints than expected
rule-touchpoint-gap-why = With fewer than expected customers leave early; with more the stage is too complicated.
rule-touchpoint-gap-by-hand = Either touchpoints are to be added or cut, or another number is to be expected. Show selects the stage; the number is a field of the inspector.
rule-customer-repeats = The customer repeats themselves
rule-customer-repeats-why = Having to tell the same again in another channel is among what annoys customers most. Hand over what is known.
rule-customer-repeats-by-hand = It ends once what is known is handed over. Then take the mark off the touchpoint.
rule-no-way-to-person = Automated, with no way to a person
rule-no-way-to-person-why = Automation serves until it doesn’t understand; then the customer needs somebody.
rule-no-way-to-person-by-hand = It ends once somebody can be reached here. Then put that touchpoint on the map, served by a person.
rule-moment-without-evidence = Moment of truth without evidence
rule-moment-without-evidence-why = What decides whether customers stay should be known, not believed.
rule-moment-without-evidence-by-hand = Only customers can settle this: import their answers, or give the cards of the step their evidence.
rule-validated-without-evidence = Validated without evidence
rule-validated-without-evidence-why = The solid line promises readers that customers were asked.
rule-validated-on-few = Validated on fewer than 30 answers
rule-validated-on-few-why = With few answers the mean can lie far off; below 30 it stays a hypothesis.
rule-stale-evidence = Stale evidence
rule-stale-evidence-why = Journeys change; what was measured once isn’t true for ever.
rule-stale-evidence-by-hand = Ask again. Show selects what rests on it; “Refresh from a newer file…” puts new answers in its place, and its review-by date is a field of the evidence.
rule-text-too-long = Text too long for its print
rule-text-too-long-why = On paper and on slides a map is read from some distance. Keep the card short and put the rest into its notes.
rule-text-too-long-by-hand = A good short name is yours to find.
rule-missing-alternative = Picture without alternative text
rule-missing-alternative-why = Whoever hears the map, in a PDF or on a web page, hears nothing where the picture is.
rule-missing-alternative-by-hand = What a picture shows only somebody who sees it can say. Show selects it; the text is a field of the inspector.
rule-contrast = Contrast too low
rule-contrast-why = Words need a contrast of 4.5 : 1 with what they stand on (WCAG 2.1, AA). The remedy keeps the colours that the picture already shows.
remedy-stage-without-steps = Remove the stage
remedy-lane-behind-other = Move the lane down
remedy-past-frontstage = Lead it over the frontstage
remedy-emotion-without-persona = Add a persona
remedy-empty-card = Remove the card
remedy-step-without-score = Score as its touchpoints
remedy-pain-unanswered = Link the idea beside it
remedy-pain-answer = Write an opportunity
remedy-pain-without-owner = Give it to { $owner }
remedy-opportunity-answers-nothing = Link with the pain points here
remedy-negative-touchpoint = Write the pain point
remedy-validated = Make it a hypothesis
remedy-text-too-long = Move the rest to the notes
remedy-missing-alternative = Use the card’s text
remedy-contrast = Keep the colours shown


## Edits, as undo names them

edit-open = Open
edit-reload = Changes from outside
edit-restore = Going back to a version
edit-recover = Recovered changes
edit-replace = Replace the map
edit-merge = Merge another version
edit-resolve = Settle { $n ->
    [1] a conflict
   *[other] { $n } conflicts
}
edit-no-conflict = this conflict was settled already.
edit-misfit = this value no longer fits there. Keep what stands in the map, and change it by hand.
edit-title = Title
edit-scenario = Scenario
edit-notes = Notes
edit-phase-name = Name of a phase
edit-stage-names = Name of { $n ->
    [1] a stage
   *[other] { $n } stages
}
edit-step-names = Name of { $n ->
    [1] a step
   *[other] { $n } steps
}
edit-lane-names = Name of { $n ->
    [1] a lane
   *[other] { $n } lanes
}
edit-persona-names = Name of { $n ->
    [1] a persona
   *[other] { $n } personas
}
edit-card-texts = Text of { $n ->
    [1] a card
   *[other] { $n } cards
}
edit-card-owners = Owner of { $n ->
    [1] a card
   *[other] { $n } cards
}
edit-settings = Settings of the map
edit-look = Look of the map
edit-insert-stages = Insert { $n ->
    [1] a stage
   *[other] { $n } stages
}
edit-duplicate-stages = Duplicate { $n ->
    [1] a stage
   *[other] { $n } stages
}
edit-remove-stages = Remove { $n ->
    [1] a stage
   *[other] { $n } stages
}
edit-move-stages = Move { $n ->
    [1] a stage
   *[other] { $n } stages
}
edit-change-stages = Change { $n ->
    [1] a stage
   *[other] { $n } stages
}
edit-insert-steps = Insert { $n ->
    [1] a step
   *[other] { $n } steps
}
edit-duplicate-steps = Duplicate { $n ->
    [1] a step
   *[other] { $n } steps
}
edit-remove-steps = Remove { $n ->
    [1] a step
   *[other] { $n } steps
}
edit-move-steps = Move { $n ->
    [1] a step
   *[other] { $n } steps
}
edit-change-steps = Change { $n ->
    [1] a step
   *[other] { $n } steps
}
edit-scores = Set { $n ->
    [1] a score
   *[other] { $n } scores
}
edit-insert-lanes = Insert { $n ->
    [1] a lane
   *[other] { $n } lanes
}
edit-remove-lanes = Remove { $n ->
    [1] a lane
   *[other] { $n } lanes
}
edit-move-lanes = Move { $n ->
    [1] a lane
   *[other] { $n } lanes
}
edit-change-lanes = Change { $n ->
    [1] a lane
   *[other] { $n } lanes
}
edit-insert-personas = Insert { $n ->
    [1] a persona
   *[other] { $n } personas
}
edit-remove-personas = Remove { $n ->
    [1] a persona
   *[other] { $n } personas
}
edit-move-personas = Move { $n ->
    [1] a persona
   *[other] { $n } personas
}
edit-change-personas = Change { $n ->
    [1] a persona
   *[other] { $n } personas
}
edit-insert-cards = Add { $n ->
    [1] a card
   *[other] { $n } cards
}
edit-remove-cards = Remove { $n ->
    [1] a card
   *[other] { $n } cards
}
edit-move-cards = Move { $n ->
    [1] a card
   *[other] { $n } cards
}
edit-change-cards = Change { $n ->
    [1] a card
   *[other] { $n } cards
}
edit-links = Change { $n ->
    [1] a link
   *[other] { $n } links
}
edit-branches = Change { $n ->
    [1] a branch
   *[other] { $n } branches
}
edit-paste = Paste
edit-several = { $n ->
    [1] 1 change
   *[other] { $n } changes
}
edit-not-possible = the map would no longer hold together ({ $what }).
edit-read-only = the map can only be read here: it is open elsewhere. Open a copy, or save it under another name.
edit-lane-locked = the lane is locked. Unlock it in the inspector, or with “Lock lane” in the Edit menu.
edit-lane-without-cards = this kind of lane has no cards.


## Differences and conflicts

language-english = English
language-vietnamese = Vietnamese
diff-the-map = Map
diff-line = { $thing }: { $what }
diff-added = added
diff-removed = removed
diff-moved = moved from { $from } to { $to }
diff-moved-place = moved from place { $from } to place { $to }
diff-changed = { $field }: { $before } → { $after }
diff-set = { $field }: { $after }
diff-joined = { $field }: { $after } added
diff-cleared = { $field }: { $before } removed
diff-in-lane = { $at }, { $lane }
diff-tray = the tray
diff-nothing = nothing
diff-yes = yes
diff-no = no
diff-count = { $n ->
    [one] One difference
   *[other] { $count } differences
}
conflict-field = { $field }: ours { $ours }, theirs { $theirs }
conflict-place = moved by both: ours to { $ours }, theirs to { $theirs }
conflict-we-removed = removed by us, changed by them
conflict-they-removed = removed by them, changed by us
conflict-place-label = place
conflict-order = put in another order by both: ours { $ours }, theirs { $theirs }
conflict-order-label = order
conflict-existence-label = changed and removed
conflict-is-there = keep it
conflict-is-removed = remove it
conflicts-title = Conflicts
conflicts-close = Close the conflicts
conflicts-about = Two people changed the same thing. The map keeps both values until you choose one.
conflicts-none = No conflict is open.
conflicts-save = Save the map to keep your choices.
conflicts-exported = { $n ->
    [one] One conflict of a merge is still open: the export shows one side’s value.
   *[other] { $count } conflicts of a merge are still open: the export shows one side’s values.
}
conflicts-all-ours = Take all ours
conflicts-all-theirs = Take all theirs
conflicts-ours = Ours
conflicts-theirs = Theirs
conflicts-standing = In the map now
conflicts-before = Before
conflicts-stands = in the map
conflicts-take = { $what }: take { $side }, { $value }
conflicts-show = Show { $what } on the map
conflicts-opened = { $n ->
    [one] One conflict of a merge is open in this map. Choose on the right which value stays.
   *[other] { $count } conflicts of a merge are open in this map. Choose on the right which values stay.
}
changes-comparing = Comparing…
changes-title = What changed
changes-close = Close what changed
changes-since-saved = Since the map was saved. A click shows it on the map.
changes-compared = Compared with { $name }: what this map says otherwise.
changes-since-saving = Compare with what was saved
changes-none = Nothing changed since the map was saved.
changes-never-saved = The map was never saved, so there is nothing to compare it with.
conflict-count = { $n ->
    [one] One open conflict
   *[other] { $count } open conflicts
}
part-title = title
part-scenario = scenario
part-language = language
part-journey = journey
part-date = date
part-business-model = business model
part-business-stage = stage of the business
part-omtm = the one metric that matters
part-metrics = metrics
part-metric = figures
part-phases = names of phases
part-look = look
part-notes = notes
part-facts = facts to quote
part-loss-rates = loss rates
part-maps = maps it leads to
part-rules-off = rules switched off
part-conflicts = open conflicts
part-theme = theme
part-brand = brand colours
part-logo = logo
part-text-size = text size
part-density = space
part-card-style = style of cards
part-accent = title and marks
part-paper = paper
part-words = words
part-pain = pain points
part-opportunity = opportunities
part-persona-colors = colours of personas
part-name = name
part-description = age, occupation
part-roles = roles
part-competitor = competitor
part-goal = goal
part-quote = quote
part-segment = segment
part-fields = profile
part-color = colour
part-portrait = portrait
part-size = size
part-kind = kind
part-mobile = used on the way
part-icon = icon
part-source = source
part-review-by = review by
part-n = answers (n)
part-year = year
part-file = file
part-height = least height
part-collapsed = collapsed
part-hidden = hidden
part-locked = locked
part-phase = phase
part-expected-touchpoints = touchpoints there should be
part-observed-touchpoints = touchpoints that customers really use
part-moment-of-truth = moment of truth
part-risk = risk
part-worst-case = worst case
part-answer = what is done then
part-active-minutes = active minutes
part-waiting-minutes = waiting minutes
part-branches = branches from here
part-to = to
part-label = words
part-width = width of the column
part-scores = score
part-score-state = what is known
part-believed = believed by the team
part-measured = measured
part-validated = validated
part-expected = expected
part-mean = mean
part-sd = standard deviation
part-bad = share of bad answers
part-first = after one
part-second = after two or three
part-text = text
part-until = spans until
part-personas = who
part-owner = owner
part-links = links
part-evidence = evidence
part-votes = votes
part-content = content
part-channel = channel
part-state = state
part-service = served by
part-personalised = personalised
part-repeats = the customer repeats themselves
part-said-first = said first at
part-severity = severity
part-share = customers affected
part-answers = answers
part-impact = impact
part-effort = effort
part-importance = importance to the customer
part-due = due
part-unit = unit
part-direction = better is
part-baseline = baseline
part-value = now
part-target = target
part-alternative = what it shows
part-lane = lane
part-step = step
part-whole = the whole


## Import and export

import-several-diagrams = There are { $found } journey diagrams; the first one was read. --nth chooses another one.
import-too-many-lines = More than { $most } lines are too many for one map. Split the text.
import-card-without-step = A card stands before any step: a step without a name was made for it.
import-step-without-stage = A step stands before any stage: a stage without a name was made for it.
import-no-figure = “{ $found }” is no score from −2 to 2, so it was left out.
import-no-cards = “{ $key }” is a lane without cards, so the line was left out.
import-phase-order = This phase would be out of order, so it was left out.
import-text-before = The text before the diagram was left out.
import-header-in-capitals = “journey” is written in small letters in Mermaid; it was read all the same.
import-front-matter = The title in the front matter is no plain text; it was left out.
import-no-tasks = The diagram has no tasks.
import-title-twice = There is a second title; it takes the place of the first.
import-title-like-task = This looks like a task, but a line that begins with “title” is the title.
import-empty-name = There is no name after the keyword.
import-colon-missing = A colon is missing after the keyword; the line was read as if it were there.
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
import-no-diagram = There is no journey here: neither a diagram that begins with a line “journey”, nor numbered stages and steps.
import-other-diagram = This is a “{ $kind }” diagram; only “journey” diagrams can be read.
import-no-such-diagram = Diagram { $wanted } was asked for, but there are { $found }.
import-open-description = The description that begins here never ends. Put a closing brace behind it.
import-too-many-tasks = There are more than { $most } tasks. Part the diagram into several maps.
import-too-many-people = There are more than { $most } people. Check whether the third field really holds people.

format-svg = SVG picture
format-png = PNG picture
format-pdf = PDF document
format-pptx = PowerPoint slides
format-outline = Indented text
format-outline-about = A line for each stage, step and card, with its lane and score. What a line can’t say, such as notes and links, stays behind.
format-picture-about = The map as it looks.
format-html-about = One page for any browser: zoom, search, filters, a table and a list. Readers can comment, score and vote, and send a small file back.
format-pptx-about = Slides that can be edited: overview, emotion curve as a chart, a slide for each stage, pain points, opportunities and personas. Notes become the speaker’s notes.
format-xlsx-about = A sheet with the map as it looks, and one each for steps, touchpoints, scores, pain points, opportunities, metrics and personas, with filters.
format-csv-about = One table as text, for any spreadsheet or program.
format-markdown-about = Headings, lists and tables that read well as plain text too.
format-mermaid-about = A journey diagram with steps and scores, for documents and wikis; opens here again.
format-xlsx = Excel workbook
format-csv = CSV table
format-markdown = Markdown text
format-mermaid = Mermaid diagram
export-text-too-long = The sheet “{ $sheet }” would hold a text of { $letters } letters, but a cell holds at most { $most }. Shorten the text, or choose another format.
export-too-large = The picture would be { $width } × { $height } pixels, too many for a PNG. The greatest scale possible is { $greatest }, which is { $dots } dpi.
export-scale = The scale must be greater than 0.
export-sheet-too-small = A sheet is too small for the headings, the lane names and a step at this size. The greatest size possible is { $greatest }; or choose larger paper.
export-sheets-too-many = At this size there would be { $count } sheets; { $most } are possible. { $possible } gives few enough; or choose larger paper.
export-failed = The { $format } can't be made: { $message }.


## Lists and tables that leave

list-steps = Steps
list-touchpoints = Touchpoints
list-scores = Emotion scores
list-pain-points = Pain points
list-opportunities = Opportunities
list-metrics = Metrics
list-personas = Personas
list-column-phase = Phase
list-column-stage = Stage
list-column-step = Step
list-column-moment = Moment of truth
list-column-active = Active (min)
list-column-waiting = Waiting (min)
list-column-worst-case = Worst case
list-column-answer = Answer to it
list-column-notes = Notes
list-column-touchpoint = Touchpoint
list-column-channel = Channel
list-column-state = State
list-column-service = Served by
list-column-personalised = Personalised
list-column-repeats = Customer repeats themselves
list-column-owner = Owner
list-column-personas = Personas
list-column-score-of = Score: { $persona }
list-column-believed-of = Believed: { $persona }
list-column-measured-of = Measured: { $persona }
list-column-n-of = Answers: { $persona }
list-column-deviation-of = Deviation: { $persona }
list-column-bad-of = Bad answers: { $persona }
list-column-evidence-of = Evidence: { $persona }
list-column-persona = Persona
list-column-known = Known
list-column-score = Score
list-column-believed = Believed
list-column-measured = Measured (mean)
list-column-n = Answers (n)
list-column-deviation = Standard deviation
list-column-band-low = 95% band from
list-column-band-high = 95% band to
list-column-bad = Bad answers
list-column-expected = Expected
list-column-validated = Validated
list-column-evidence = Evidence
list-column-rank = Rank
list-column-pain-point = Pain point
list-column-severity = Severity (1–5)
list-column-share = Customers affected
list-column-priority = Priority (0–10)
list-column-answered-by = Answered by
list-column-votes = Votes
list-column-opportunity = Opportunity
list-column-answers = Answers
list-column-impact = Impact (1–5)
list-column-effort = Effort (1–5)
list-column-importance = Importance (0–10)
list-column-opportunity-score = Opportunity score (0–20)
list-column-due = Due
list-column-metric = Metric
list-column-unit = Unit
list-column-direction = Better when
list-column-baseline = Baseline
list-column-value = Value
list-column-target = Target
list-column-description = Description
list-column-roles = Roles
list-column-goal = Goal
list-column-quote = Quote
list-column-segment = Segment
list-column-profile = Profile
list-yes = yes
list-in-tray = (in the tray)
list-unknown = unknown
list-not-involved = not involved
list-scored = scored
list-omtm = (one metric that matters)
list-whole-map = (whole map)
list-direction-up = higher
list-direction-down = lower
sheet-map = Map
grid-corner = Lane
grid-emotion-of = { $lane }: { $persona }
markdown-untitled = Customer journey map
markdown-moment = moment of truth
markdown-severity = severity { $grade } of 5
markdown-share = { $share } of customers
markdown-impact = impact { $grade } of 5
markdown-effort = effort { $grade } of 5
markdown-due = due { $day }
markdown-goal = Goal: { $goal }

## The page that readers answer

format-html = Web page that readers answer
page-skip = Skip to the list
page-view = View
page-picture = Picture
page-picture-of = Picture of “{ $title }”. The table and the list say the same in words.
page-table = Table
page-list = List
page-hint = Arrows go from card to card, Enter opens one, Shift and arrows move the picture, + and − zoom, 0 shows all of it.
page-zoom-in = Zoom in
page-zoom-out = Zoom out
page-zoom-fit = Show the whole picture
page-search = Search
page-more = Search and filter
page-found = Found: { $n }
page-all = All
page-theme = Light / dark
page-close = Close
page-respond = Answer
page-yours = Your answer
page-feel = How do you feel at this step?
page-feeling-very-bad = very bad
page-feeling-bad = bad
page-feeling-so-so = so-so
page-feeling-good = good
page-feeling-very-good = very good
page-no-score = Take the score back
page-vote = I vote for this one
page-voted = Vote
page-comment = Comment
page-reply = My reply
page-reply-about = Your reply stays on this device until you save it as a small file. Send that file to whoever sent you this page.
page-reply-empty = Nothing yet. Choose a step or a card to score it, vote for it or comment on it.
page-name = Your name
page-save = Save the file
page-share = Share
page-again = Start again
page-really = Remove everything you have answered on this page?
page-saved = Saved as “{ $file }”, where your browser puts downloads. Now send it back.
page-not-shared = Sharing didn't work. Save the file and send it instead.

## Slides

slides-part = { $title } ({ $n } of { $all })
slides-more-personas = and { $n } more
slides-omtm = One metric that matters
slides-lowest = Lowest point
slides-lowest-at = { $persona } { $score } at “{ $step }”
slides-worst = Worst pain point
slides-worst-is = { $pain } (priority { $priority })
slides-emotion = Emotion curve
slides-score-axis = Emotion score, −2 to +2
slides-step-axis = Steps of the journey
slides-emotion-description = Line chart: the emotion scores of { $people } over { $steps } steps
slides-emotion-legend = Dashed and hollow: hypothesis. Bars: 95% confidence interval of the mean.
slides-matrix = Impact and effort
slides-quick-wins = Much gained with little effort
slides-effort-axis = Effort, 1 to 5 →
slides-impact-axis = ↑ Impact, 1 to 5
slides-impact = Impact
slides-effort = Effort
slides-stage-table = What happens in “{ $stage }”

## Replies of the page's readers

edit-replies = Take replies in
part-replies = Replies of readers
reply-too-large = { $bytes } bytes are too many for a reply; at most { $most } are read.
reply-none = This is no reply of a page. Take the file that the page saved.
reply-newer = This reply is of version { $version }, which a newer Wayfelt writes. Update Wayfelt.
reply-damaged = The reply is damaged ({ $what }). Ask for it again.
reply-empty = The reply says nothing.
reply-other-map = The reply answers another map: “{ $title }”.
reply-differs = The map has a reply of the same person and state already, but it says something else. It was left as it is; ask which of the two counts.
reply-damage-cut = it was cut off
reply-damage-written = line { $line } isn’t written as a page writes it
reply-damage-unfit = line { $line } holds something that no page writes
reply-damage-much = there is more in it than a page allows
reply-damage-unclear = it says two things about one, or doesn’t say what it is about
reply-known = The map has this reply already.
reply-outdated = The map has a later state of this reply already.
reply-replaced = It takes the place of an earlier state of the same reply.
reply-changed = The map's steps have changed since the page was made.
reply-gone = { $n ->
    [one] One answer is about something that is no longer on the map; it is kept.
   *[other] { $n } answers are about things that are no longer on the map; they are kept.
}
reply-nameless = Somebody without a name
reply-taken = { $name }: comments { $comments }, scores { $scores }, votes { $votes }


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
cli-import = Make a map from a table, diagram, text or package
cli-import-input = A table (.xlsx, .csv, .tsv), diagram (.mmd, .md, .txt), indented or numbered text (.outline, .txt, .md) or package (.wayfelt), or with --map the replies to a page; - is standard input
cli-import-map = The map that answers of a survey, or replies to its page, are taken into; without -o it is changed itself
cli-import-one = Only replies can be several, with --map. Import one file at a time.
cli-import-nth = Which of several diagrams, from 1
cli-export = Write maps as pictures or indented texts
cli-export-files = Maps; - is standard input
cli-export-to = Formats, separated by commas: { $known }
cli-export-folder = The folder to write into, each file named after its map
cli-export-jobs = How many maps and formats are worked on at once; as many as there are processors without it
cli-export-progress = { $count } of { $all }: { $name }
cli-export-made = { $n ->
    [one] One file written.
   *[other] { $count } files written.
}
cli-export-theme = Colours: { $known }; else the map's own
cli-export-scale = Pixels of a PNG for each unit of the map
cli-export-dpi = Pixels of a PNG for each inch, instead of --scale; with --page of the paper, else of the map’s own size (96 is --scale 1)
cli-export-contents = What a picture shows: map; actions (what is to be done, on one page); grid (lanes and steps without cards, for a workshop on paper)
cli-export-with-plots = With a page for each plot after the map, in a PDF
cli-export-with-notes = With a page of notes after the map, in a PDF
cli-contents-picture = { $format } always holds the whole map. Choose svg, png or pdf.
cli-export-all = With hidden lanes and what is in them, and collapsed ones opened
cli-export-list = Only this list of the map, for CSV (without it: the map as a grid; with --to csv: the grid and all lists)
cli-export-text = paths: letters as outlines in SVG, for programs that ignore embedded fonts
cli-export-page = Paper of a PDF or PNG: { $known }; without it, the map's own size
cli-export-landscape = With --page: the paper's long side below; without --landscape and --portrait, whichever suits
cli-export-portrait = The paper's short side below
cli-export-tile = Over as many sheets as it takes, at this size (100 without a figure: the map's own); without it, on one sheet
cli-page-paper = --page is for PDF and PNG, which none of the outputs is. Export to a .pdf or .png, or leave --page out.
cli-list-csv = --list is one table: { $format } can’t hold it. Choose csv, or leave --list out.
cli-tile-pdf = --tile is for PDF, which none of the outputs is. Export to a .pdf, or leave --tile out.
cli-option-idle = --{ $name } does nothing for these formats. It is for { $known }; leave it out.
cli-picture-missing = The picture “{ $name }” isn’t in “{ $folder }”: the map leaves without it.
cli-package-first = Nothing can be done in a package. Unpack it first: wayfelt import { $file } -o MAP.ron
cli-export-transparent = No background
cli-export-plot = Export a plot of the map instead of the map, as a picture: { $known }
cli-export-against = The map that the plot “compared” compares with: the journey designed, or today’s
cli-plot-picture = A plot is a picture: { $format } can’t hold it. Choose svg, png or pdf.
cli-check = List what makes maps invalid, and advice
cli-check-json = Write the list as JSON
cli-check-strict = Let advice count as found too
cli-insights = Print what a map says in figures
cli-insights-file = A map
cli-insights-day = The day as of which evidence is stale; today without it
cli-format = Rewrite maps in their canonical form
cli-format-check = Write nothing, only say which would change
cli-diff = List what differs between two maps
cli-diff-a = The one map; - is standard input
cli-diff-b = The other map; - is standard input
cli-merge = Bring together what two sides made of a map; conflicts are kept in it
cli-merge-base = The map that both began with
cli-merge-ours = What we made of it
cli-merge-theirs = What they made of it
cli-merge-open = Open the map in the window to choose, value by value; both are kept in the file until then.
cli-conflict = conflict: { $conflict }
cli-conflicts-open = { $n ->
    [one] one conflict of a merge is open in this map; what is shown is one side’s value
   *[other] { $count } conflicts of a merge are open in this map; what is shown is one side’s values
}
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
cli-out-source = { $file } is the map itself. Choose another name for the result.
cli-out-input = { $file } is read here, and would be lost. Choose another name for the result.
cli-format-unknown = "{ $name }" is no format that can be written. Choose from { $known }.
cli-format-needed = Writing to standard output needs one format, as --to svg.
cli-input-once = Standard input can be read only once. Name - one time.
cli-wrong-unknown = There is no option { $name }.
cli-wrong-command = There is no command "{ $name }".
cli-wrong-missing = Missing: { $names }
cli-wrong-twice = { $name } can be given only once.
cli-wrong-conflict = { $name } and { $other } can't be given together.
cli-wrong-no-value = { $name } needs a value.
cli-wrong-value = "{ $value }" is no value for { $name }. Choose from: { $known }.
cli-wrong-figure = "{ $value }" is no value for { $name }: it has to be { $why }.
cli-wrong-more = For more: wayfelt --help
cli-import-later = Files ending in .{ $extension } can't be imported. Give a table as .xlsx, .csv or .tsv, a Mermaid journey as .mmd, .md or .txt, an indented text as .outline or .txt, or a package as .wayfelt.
cli-import-standard = On standard input there is neither a Mermaid journey nor numbered stages and steps. Tables, indented texts and packages are told by their names: give a file that ends in .csv, .tsv, .xlsx, .outline or .wayfelt.
cli-window-failed = No window can be opened: { $why }. The commands work without one: wayfelt --help.
cli-no-window = This wayfelt was built without its window. Build it with "cargo build --release", or use a command: wayfelt --help.


## Commands

# The letter of a menu's name that opens it together with Alt; each only once. A plain letter of the keyboard.
menu-file = File
menu-file-letter = f
menu-edit = Edit
menu-edit-letter = e
menu-view = View
menu-view-letter = v
menu-insert = Insert
menu-insert-letter = i
menu-tools = Tools
menu-tools-letter = t
menu-help = Help
menu-help-letter = h
command-new = New map
command-new-tip = Start with an empty map
command-from-template = New from template…
command-from-template-tip = Start with a map that somebody thought through
command-open = Open…
command-open-tip = Open a map from a file, or import a Mermaid journey or an indented text
command-start-page = Start page
command-start-page-tip = Recent files, templates and samples
command-save = Save
command-save-tip = Save this map to its file
command-save-as = Save as…
command-save-as-tip = Save this map to another file
command-export = Export…
command-export-tip = Give this map away as a picture or a document
command-print = Print
command-print-tip = Make a PDF on paper and open it in the system’s viewer, to print it from there
command-close = Close tab
command-close-tip = Close this map; asks before anything is lost
command-versions = Versions…
command-versions-tip = See what this file said before each save, and go back to it
command-duplicate-to-be = Duplicate as to-be
command-duplicate-to-be-tip = Open a copy in which the journey can be designed as it should be
command-show-folder = Show in its folder
command-show-folder-tip = Open the folder of this map’s file
command-copy-path = Copy the path
command-copy-path-tip = Put the path of this map’s file on the clipboard
command-reopen = Reopen closed tab
command-reopen-tip = Open again the map that was closed last
command-close-others = Close other tabs
command-close-others-tip = Close all maps but this one; asks before anything is lost
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
command-paste-outline = Map from text…
command-paste-outline-tip = Type or paste an indented text: stages, steps and cards, a line each
command-copy-outline = Copy as text outline
command-copy-outline-tip = Copy the whole map as an indented text that can be pasted again
command-paste-text = Paste as text
command-paste-text-tip = Paste only the words that are on the clipboard, without fields, links and tables
command-duplicate = Duplicate
command-duplicate-tip = Put a copy beside what is selected
command-delete = Delete
command-delete-tip = Remove what is selected; undo brings it back
command-edit-text = Edit the text
command-edit-text-tip = Edit the card or the name; in an emotion cell, type the figure
keys-not-now = “{ $name }” can’t be used here: nothing fitting is selected or open.
command-select-all = Select all
command-select-all-tip = Select the cards of the cell; again, those of the lane; again, every card of the map
command-find = Find in the map…
command-find-tip = Look through all texts: cards, names, notes, owners
command-find-next = Find next
command-find-next-tip = Go to the next match
command-find-previous = Find previous
command-find-previous-tip = Go to the match before
command-replace = Replace…
command-replace-tip = Find something and write something else instead
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
command-filter = Filter…
command-filter-tip = Look only at some personas, channels, owners or severities
command-filter-pause = Show everything for a while
command-filter-pause-tip = Switch the filter off, and on again
command-filter-clear = Clear filter
command-filter-clear-tip = Look at every card again
command-outline = Outline
command-outline-tip = Show or hide stages, steps and lanes
command-inspector = Inspector
command-inspector-tip = Show or hide the fields of what is selected
command-insights = Insights
command-insights-tip = Show or hide the plots
command-export-plot = Export plot…
command-export-plot-tip = Save the plot that is looked at as SVG, PNG or PDF
command-plots = Plots page
command-plots-tip = Show one plot large, with its table and how it is worked out
command-what-if = What if…
command-what-if-tip = Try out other scores on the curve, without touching the map
command-copy-plot = Copy plot as picture
command-copy-plot-tip = Put the plot that is looked at on the clipboard
command-copy-plot-svg = Copy plot as SVG
command-copy-plot-svg-tip = Put the plot that is looked at on the clipboard as SVG: drawing programs paste shapes, text fields and editors its code
command-copy-plot-table = Copy plot as table
command-copy-plot-table-tip = Put the figures of the plot that is looked at on the clipboard
command-tray = Tray
command-tray-tip = Show or hide the notes that have no place yet
command-send-to-tray = Send to the tray
command-send-to-tray-tip = Take what is selected off the map and keep it in the tray
command-send-to-map = Send to the map
command-send-to-map-tip = Put the selected note of the tray, else the first, into the selected cell
command-theme-system = Theme: as the system
command-theme-system-tip = Light or dark as the system is
command-theme-light = Theme: light
command-theme-light-tip = Dark on light
command-theme-dark = Theme: dark
command-theme-dark-tip = Light on dark
command-theme-high-contrast = Theme: high contrast
command-theme-high-contrast-tip = Black on white with strong lines, in the window and on the map
command-map-as-exported = Show the map as it is exported
command-map-as-exported-tip = The canvas has the map's own colours; else the window's
command-look = Look of this map…
command-look-tip = Theme, brand colours, logo, text size, density and cards of this map
command-full-screen = Full screen
command-full-screen-tip = The window fills the screen, and comes back
command-only-map = Only the map
command-only-map-tip = Hides panels and tools, and brings them back
command-large-type = Large type
command-large-type-tip = For a projector: everything is larger, and what is typed can be read from the back of the room
command-larger-text = Larger interface text
command-larger-text-tip = Menus, panels and dialogs in larger letters
command-smaller-text = Smaller interface text
command-smaller-text-tip = Menus, panels and dialogs in smaller letters
command-settings = Settings…
command-settings-tip = Language, theme, text size and motion of the window
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
command-answer = Answer with an opportunity
command-answer-tip = Write an opportunity that answers the selected pain point
command-persona-page = Persona page
command-persona-page-tip = Show a persona as a page of its own, to fill in and to project; Page Up and Page Down turn to the others
command-keep = Keep in the library
command-keep-tip = Keep the persona or the selected touchpoints in the library, to insert them into any map
command-from-library = Insert from library…
command-from-library-tip = Insert a persona or a touchpoint that was kept in the library
command-lock-lane = Lock lane
command-lock-lane-tip = Lock the lane so that nothing in it changes by accident, or unlock it
command-collapse-lane = Collapse lane
command-collapse-lane-tip = Show the lane as one line, or open it again
command-hide-lane = Hide lane
command-hide-lane-tip = Leave the lane out of the picture; the outline brings it back
command-moment = Moment of truth
command-moment-tip = This step decides whether the customer stays
command-link-to = Link to…
command-link-to-tip = Draw an arrow from the selected card to another card; on a step’s heading, a branch to another step
command-branch-to = Branch to…
command-branch-to-tip = Draw a branch from this step: a short cut to a later one, or a loop back to an earlier one
command-next-link = Next link
command-next-link-tip = Go through the links of the selected card, or the branches of the step
command-remove-here = Remove here
command-remove-here-tip = On a stage the stage, on a lane name the lane, elsewhere the step
command-remove-step = Remove step
command-remove-step-tip = Remove this step with its cards; undo brings it back
command-remove-stage = Remove stage
command-remove-stage-tip = Remove this stage with its steps; undo brings it back
command-remove-lane = Remove lane
command-remove-lane-tip = Remove this lane with its cards; undo brings it back
command-remove-steps = Remove { $n } steps
command-remove-stages = Remove { $n } stages
command-remove-lanes = Remove { $n } lanes
command-palette = Find anything…
command-palette-tip = Commands, steps, cards, personas and maps, by a few letters
command-conflicts = Conflicts
command-conflicts-tip = Choose between the values that a merge left open
command-changes = What changed
command-changes-tip = List what changed since the map was saved
command-compare = Compare with a file…
command-compare-tip = List what differs between this map and another one
command-compare-journeys = Compare journeys…
command-compare-journeys-tip = Match the steps of two maps and list what changed
command-problems = Problems and hints
command-problems-tip = What this map still lacks
command-copy-picture = Copy as picture
command-copy-picture-tip = Copy the whole map as a picture of pixels (PNG), in the map’s own colours
command-copy-svg = Copy as SVG
command-copy-svg-tip = Copy the whole map as SVG: drawing programs paste shapes, text fields and editors its code. Letters stay text, or become shapes if they did in the last export
copy-svg-done = The map is on the clipboard as SVG.
copy-svg-plot-done = “{ $plot }” is on the clipboard as SVG.
command-keys = Keyboard shortcuts
command-keys-tip = Every command with its keys, on one page
command-about = About Wayfelt
command-about-tip = Version and licences
command-next-tab = Next tab
command-next-tab-tip = Show the map to the right
command-previous-tab = Previous tab
command-previous-tab-tip = Show the map to the left
command-tab-right = Move tab right
command-tab-right-tip = Let this tab and the next one change places
command-tab-left = Move tab left
command-tab-left-tip = Let this tab and the one before change places
command-next-panel = Next panel
command-next-panel-tip = Move the keyboard to the next panel
command-previous-panel = Previous panel
command-previous-panel-tip = Move the keyboard to the panel before
command-menu-bar = Menu bar
command-menu-bar-tip = Open the menus with the keyboard
keys-arrows = Move over stages, steps, lanes and cells
keys-jump = To the edge of the filled cells
keys-row = To the first or the last step of the row
keys-map = To the first cell, or the last one used
keys-page = As many rows as are seen, up or down
keys-extend = Extend the block of cells; also with Ctrl, Home and End
keys-typing = Start a card, or write over a name
keys-enter = Keep the card and open the next one in the cell; pressed again, on to the cell below. On a header, edit; keep and go down
keys-alt-enter = Break the line
keys-ctrl-enter = Keep the card and stay on it
keys-tab = Keep and go to the next step, stage or persona; after the last, a new one
keys-shift-tab = Keep and go back a step
keys-escape = Put back what was there
keys-alt-arrows = Move the selected cards, or the step, stage or lane
keys-menu = What can be done here, as a menu
keys-alt = The menu bar; together with an underlined letter, that menu
keys-digits = In an emotion cell: −2 … +2, and on to the next step
keys-plus-minus = In an emotion cell: half a point up or down
keys-zero = In an emotion cell: unknown
keys-x = In an emotion cell: not involved
typed-severity = A pain point’s severity
typed-share = The share of customers it happens to
typed-impact = An opportunity’s impact
typed-effort = The effort it takes
typed-owner = Who answers for it: touchpoints, pain points, opportunities, processes
typed-channel = A touchpoint’s channel; alone, or before a colon and what happens there
typed-target = A metric’s value and its target
keys-space = Held down: drag the map; on a lane’s name: fold the lane

## The window

start-language = { $language ->
    [en] English
   *[vi] Tiếng Việt
}
window-title = { $map } – Wayfelt
window-untitled = Untitled map
window-menu-bar = Menu bar
window-toolbar = Toolbar
window-canvas = Map
window-status = Status bar
window-tabs = Open maps
window-start = Start
window-tab-read-only = { $map }, read only
window-tab-unsaved = { $map }, not saved
window-tab-close = Close { $map }
window-tab-menu = What can be done with this map
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
announce-undone = Undone: { $what }
announce-redone = Done again: { $what }
announce-zoom = Zoom { $zoom }
window-edge = Size of the panel: { $panel }
window-saved = Saved
window-unsaved = Not saved
window-saving = Saving…
window-read-only = Read only
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
window-steps-selected = { $n } { $n ->
    [1] step
   *[other] steps
} selected
window-stages-selected = { $n } { $n ->
    [1] stage
   *[other] stages
} selected
window-lanes-selected = { $n } { $n ->
    [1] lane
   *[other] lanes
} selected
window-personas-selected = { $n } { $n ->
    [1] persona
   *[other] personas
} selected
window-problems = { $n } { $n ->
    [1] hint
   *[other] hints
}
window-problem-one = 1 hint: { $what }
window-hint-cell = Type to add a card · Tab next step · Ctrl+K everything else
window-hint-emotion = { $name }: 1–5 score · + − half a point · 0 unknown · X not involved
window-hint-block = { $n ->
    [one] One step
   *[other] { $n } steps
} × { $rows ->
    [one] one row
   *[other] { $rows } rows
} · Alt+arrows move · Ctrl+C copy · Del clear
window-hint-card = F2 edit · Alt+arrows move · Ctrl+D duplicate
window-hint-header = Type or Enter to edit · Tab next · Alt+arrows move · Ctrl+Shift+Enter insert after
window-hint-headings = Alt+arrows move · Ctrl+C copy · Ctrl+Shift+Backspace remove
window-hint-linking = Arrow keys choose the card to link to · Enter draws the link · Esc leaves
window-hint-branching = ← → choose the step to branch to · Enter draws the branch · Esc leaves
window-hint-link = Type its label · Delete removes it · ← → go to its cards
window-hint-branch = Type its label · Delete removes it · ← → go to its steps
panic-kept = Wayfelt has run into an error of its own. What wasn't saved is kept, and will be offered at the next start.
panic-lost = Wayfelt has run into an error of its own, and what wasn't saved could not be kept:
window-hint-start = Ctrl+N new map · Ctrl+O open · Ctrl+K find anything
window-hint-none = Arrow keys move over the map · Ctrl+K find anything
window-hint-locked = Locked lane · “Lock lane” in the Edit menu unlocks it · Ctrl+K everything else
window-hint-tray = Enter keeps the note · { $keys } sends it to the map · F6 next panel
window-hint-note = Enter edit · Alt+↑ ↓ move · { $keys } send to the map · Delete remove
window-hint-persona-page = Page Up and Page Down turn · Tab goes through the fields · Esc back to the map
window-dismiss = Dismiss
window-drop = Drop to open
window-new-stage = New stage
window-new-persona = New persona
start-title = What do customers go through?
start-subtitle = Map the journey step by step, score how it feels, find what hurts.
start-recent = Recent maps
start-no-recent = Maps that you open or save will stand at the top of this page.
start-templates = Start from a template
start-industries = Templates by industry
start-samples = Learn from a finished map
start-samples-others = Finished maps in another language
start-drop = You can also drop a map file onto this window.
start-missing = This file isn’t there any more.
start-forget = Remove from the list
start-search = Search maps and templates
start-nothing = No map or template is called “{ $text }”.
palette-hint = Find commands, steps, cards, personas, maps…
palette-commands = Commands
palette-maps = Open maps
palette-steps = Stages and steps
palette-personas = Personas
palette-lanes = Lanes
palette-cards = Cards
palette-recent = Recent maps
palette-more = { $n } more
palette-keys = ↑ ↓ choose · Enter go there · > commands only
palette-name = Find anything
palette-nothing = Nothing is called that.
palette-not-now = not now
palette-lane-hint = Which kind of lane?
find-bar = Find in the map
find-field = Find
find-replace-field = Replace with
find-case = Match case
find-marks = Match tone marks
find-marks-tip = Match tone marks: “dat” no longer finds “Đặt”
find-words = Whole words
find-count = { $now } of { $count }
find-nothing = No match
find-close = Close the search
find-replace-too = Replace too
find-no-replace = Only find
find-replace-one = Replace
find-replace-all = Replace all
find-show-lane = Show lane
find-in-tray = In the tray
find-hidden = its lane is hidden
find-collapsed = its lane is collapsed
find-locked = its lane is locked
find-given = the word for its kind, which can’t be replaced here
find-link = Words of a link
find-branch = Words of a branch
find-own-channel = Own channel
find-fact = Published figure
find-map-link = Link to a map
find-replaced = { $n ->
    [0] Nothing was replaced.
    [1] Replaced once.
   *[other] Replaced { $n } times.
}
find-left-locked = { $n ->
    [1] One place in a locked lane was left as it is.
   *[other] { $n } places in locked lanes were left as they are.
}
find-left-given = { $n ->
    [1] One is the word for a kind or channel, which can’t be replaced here.
   *[other] { $n } are words for kinds or channels, which can’t be replaced here.
}
filter-channels = Channels
filter-severity = Pain points at least so severe
filter-nobody = Nobody
filter-count-short = { $n } of { $all }
filter-count = { $n } of { $all } cards
filter-status = { $n } of { $all } cards match the filter
filter-none = All cards are shown
filter-window-only = Fades the rest in this window only. What you export shows everything.
in-use-title = “{ $name }” is open elsewhere
in-use-user-machine = { $user } has had it open on { $machine } since { $time }.
in-use-user = { $user } has had it open since { $time }.
in-use-machine = It has been open on { $machine } since { $time }.
in-use-since = It has been open since { $time }.
in-use-somebody = Somebody has just opened it.
in-use-body = You can read it here and see what is saved there. To change something, work on a copy of your own, or choose “Edit here” once it is closed there.
in-use-read = Open read-only
in-use-copy = Open a copy
banner-held = Read only. { $who }
banner-gone = “{ $name }” was deleted or moved. The map is still here; save it to keep it.
banner-no-map = Another program wrote something into “{ $name }” that is no map: { $why } Yours is still here; saving keeps theirs as a version.
banner-edit = Edit here
banner-copy = Work on a copy
banner-save-again = Save again
versions-title = Versions of “{ $map }”
versions-about = Each save keeps what the file said before: all of the last hour, one an hour for a day, one a day for a month, then one a month.
versions-none = There is none yet. The next save keeps what the file says now.
versions-nowhere = There is no folder for versions on this machine.
versions-size = { $size } KB
versions-since = Changed since then
versions-within = Changed by that save
versions-same = Nothing differs.
versions-restore = Go back to this version
versions-restored = The map is as it was on { $time }. Undo takes that back.
dialog-unsaved-title = Save the changes to “{ $map }”?
dialog-unsaved-body = If you don't save, they are lost.
dialog-save = Save
dialog-dont-save = Don't save
dialog-recovery-title = { $n ->
    [one] Bring back an unsaved map?
   *[other] Bring back unsaved maps?
}
dialog-recovery-body = Wayfelt ended before these were saved. Nothing is lost yet.
dialog-recover = Recover
dialog-discard = Discard
dialog-discard-sure = Discard for good
dialog-recover-all = Recover all
dialog-later = Ask again later
dialog-template-title = New from template
dialog-template-body = You get a copy; the template stays as it is.
dialog-keys-title = Keyboard shortcuts
dialog-keys-context = By the menu at the pointer
dialog-keys-canvas = On the map
dialog-keys-typed = What can be typed at the end of a card
dialog-about-title = About Wayfelt
dialog-about-body = Customer journey maps that a workshop opens on a laptop: no network, no account. The file is readable text and yours.
dialog-about-version = Version { $version }
dialog-about-licence = Licence: MIT or Apache-2.0. Fonts: Be Vietnam Pro and Inter (OFL). Icons: Lucide (ISC).
dialog-problems-title = Problems and hints
dialog-problems-none = Nothing is missing.
dialog-problems-show = Show
dialog-problems-fix = Mend
dialog-problems-faults = Faults
dialog-problems-faults-why = They make the map invalid: no export takes it as it is.
dialog-problems-off = Switch off
dialog-problems-off-tip = This rule says nothing more about this map
dialog-problems-switched-off = Switched off in this map
dialog-problems-on = Switch on again: { $rule }
dialog-export-title = Export “{ $map }”
dialog-export-format = Format
dialog-settings-title = Settings
dialog-settings-language = Language
dialog-settings-theme = Theme of the window
dialog-settings-system = As the system
dialog-settings-paper = The map on screen
dialog-settings-paper-map = As it is exported
dialog-settings-paper-window = In the window's colours
dialog-settings-text = Text size of the interface
dialog-settings-large-type = Large type for a projector
dialog-settings-large-type-about = What is being typed can be read from the back of the room.
dialog-settings-less-motion = Less motion
dialog-settings-less-motion-about = Panels and lists appear at once, and nothing blinks.
look-title = Look of this map
look-close = Close the look of this map
look-about = Kept in the file, and the same wherever the map goes.
look-theme = Theme
look-light-about = Dark on light
look-dark-about = Light on dark
look-high-contrast-about = Black on white, strong edges
look-print-about = No colour: dashes and shapes
look-brand-about = Your colours, kept readable
look-not-shown = The canvas shows the map in the window's colours just now.
look-colors = Brand colours
look-colors-about = What is too faint to read is darkened for words, and said here.
look-accent = Title and marks
look-paper = Paper
look-words = Words
look-pick = Pick: { $name }
look-usual = { $name }: as usual
look-adjusted = Contrast { $before } is too faint for words: they get { $used }, { $after }.
look-paper-adjusted = Contrast { $before } leaves too little for words: the paper gets { $used }, { $after }.
look-logo = Logo
look-logo-about = A picture in the upper right corner, kept with the map.
look-logo-choose = Choose a logo…
look-logo-change = Change…
look-logo-remove = Remove
look-logo-alternative = What the logo says
look-layout = Size and space
look-text = Text size
look-density = Space
look-compact = Compact
look-normal = Normal
look-roomy = Roomy
look-cards = Cards
look-filled = Filled
look-outlined = Outlined
look-flat = Flat
dialog-export-theme = Colours
dialog-export-scale = Size
dialog-export-transparent = Transparent paper
dialog-export-size = { $width } × { $height } pixels
dialog-export-too-large = A picture has at most { $most } million pixels, and { $side } on a side: larger sizes of this map can’t be chosen. PDF and SVG stay sharp at any size.
dialog-export-size-units = { $width } × { $height } px
dialog-export-table = Table
dialog-export-grid = The map as it looks
dialog-export-size-mm = { $width } × { $height } mm
dialog-export-go = Export…
dialog-export-contents = What
dialog-export-page = Page
dialog-export-page-own = The map’s own size
dialog-export-orientation = Orientation
dialog-export-either-way = Whichever suits
dialog-export-portrait = Portrait
dialog-export-landscape = Landscape
dialog-export-spread = On
dialog-export-one-sheet = One sheet
dialog-export-tiled = Several sheets
dialog-export-tile-size = Size of the map
dialog-export-resolution = Resolution
dialog-export-paths = Letters as outlines, for Inkscape and Illustrator
dialog-export-plots = With a page for each plot
dialog-export-notes = With a page of notes
dialog-export-all = With hidden and collapsed lanes
dialog-export-lanes = Lanes
dialog-export-personas = Personas
dialog-export-sheet = { $paper } { $way ->
    [portrait] portrait
   *[landscape] landscape
}, { $width } × { $height } mm; the map at { $share } of its size
dialog-export-sheets-portrait = { $n ->
    [one] One sheet of { $paper } portrait
   *[other] { $count } sheets of { $paper } portrait, { $columns } across and { $rows } down
}
dialog-export-sheets-landscape = { $n ->
    [one] One sheet of { $paper } landscape
   *[other] { $count } sheets of { $paper } landscape, { $columns } across and { $rows } down
}
dialog-export-cut = { $n ->
    [one] One card is larger than a sheet: it goes on on the next one. Choose a smaller size or larger paper.
   *[other] { $count } cards are larger than a sheet: they go on on the next one. Choose a smaller size or larger paper.
}
dialog-export-cut-lanes = { $n ->
    [one] One lane is higher than a sheet: it goes on on the next one.
   *[other] { $count } lanes are higher than a sheet: they go on on the next one.
}
dialog-export-whole = No card and no lane is cut.
dialog-export-reduced = A PDF page has a longest side of 5,080 mm: this one shows the map at { $share } of its size.
dialog-export-folder = Show in folder
print-opened = The PDF is open in the system’s viewer: print it from there.
print-opened-light = The PDF is open in the system’s viewer, in light colours that spare ink: print it from there. Other colours are chosen with Export, as PDF.
print-no-viewer = The PDF is at { $path }, but no viewer could be opened: { $why }
dialog-export-done = Exported to { $path }
export-stopped = The export was stopped.
export-plot-nothing = The plot “{ $plot }” isn’t made, because it would be empty. { $need }
export-undrawn = No font on this computer has these letters: { $letters }. Boxes stand for them.
dialog-export-stopped = The export was stopped; no file was written.
exporting = Exporting “{ $map }” as { $format }
exporting-percent = { $percent }% of the export
exporting-lost = the export ended without a word; try it again
exporting-stop = Stop the export
saving = Saving “{ $name }”
saving-percent = { $percent }% saved
saving-stop = Stop saving
saving-stopped = Saving “{ $name }” was stopped. It is not saved; the map stays open.
saving-lost = the save ended without a word; try it again.
opening = Opening “{ $name }”
opening-stop = Stop opening
dialog-export-copied = The picture is on the clipboard.
dialog-path-open = Open a file
dialog-path-save = Save to a file
dialog-path-export = Export to a file
dialog-path-compare = Compare with a map
dialog-path-picture = Choose a picture
dialog-address-page = Open a page of { $server }?
dialog-address-mail = Write to { $to }?
dialog-address-body = The address comes from the map, and whoever made the map wrote it. It leads exactly here:
dialog-address-open = Open
dialog-address-copy = Copy the address
notice-address-copied = The address is on the clipboard.
dialog-path-label = Path of the file
dialog-path-open-go = Open
dialog-path-save-go = Save
dialog-path-hint = The system has no file dialog, so type the path. Tab completes it.
dialog-path-open-kinds = A map ends in .ron, a package in .wayfelt; tables (.xlsx, .csv), Mermaid journeys (.mmd, .md) and texts (.outline, .txt) become new maps.
dialog-path-exists = A file is there already; it will be replaced.
dialog-replace-title = Replace “{ $name }”?
dialog-replace-body = The name got its ending, and there is such a file in { $folder } already. What it says now would be lost.
dialog-replace = Replace
dialog-replace-other = Another name…
dialog-path-none = There is no such file.
dialog-path-no-folder = There is no such folder.
dialog-imported-title = Imported from “{ $name }”
dialog-imported-about = { $n ->
    [one] The map is made, and not saved yet. One line of the file was unclear:
   *[other] The map is made, and not saved yet. { $n } lines of the file were unclear:
}
dialog-imported-line = Line { $line }
import-at = line { $line }: { $what }
import-done = Imported from “{ $name }”. The map isn’t saved yet.
error-import = “{ $name }” can't be imported: { $why }
drop-picture-no-map = Open a map first: the picture becomes a card of it.
dialog-library-title = Library
dialog-library-about = Personas and touchpoints kept for any map, one small file each in { $folder }
dialog-library-search = Search the library
dialog-library-empty = Nothing is kept yet. Select a persona or a touchpoint and choose “Keep in the library”.
dialog-library-nothing = Nothing in the library is called so.
dialog-library-broken = { $n ->
    [one] A file can’t be used; the rest can:
   *[other] { $n } files can’t be used; the rest can:
}
notice-kept = { $n ->
    [one] Kept “{ $name }” in the library: { $folder }
   *[other] Kept { $n } things in the library: { $folder }
}
error-library = The library could not be used. { $why }
library-no-folder = There is no folder for it on this machine.
library-portrait-gone = { $name } comes without a portrait: the library’s picture is gone ({ $path }).
error-open = “{ $name }” can't be opened: { $why }
error-save = “{ $name }” wasn't saved: { $why } The map stays open, nothing is lost.
error-save-held = Not saved: “{ $name }” is open elsewhere. { $who } Choose another name.
error-save-open = Not saved: “{ $name }” is open in another tab, as “{ $map }”. Close that tab first, or choose another name.
error-export = Not exported: { $why }
error-folder = The folder can't be shown: { $why }
error-edit = That can't be done: { $why }
error-recovery = No recovery copy can be written: { $why }
error-picture = The picture could not be used. { $why }
error-clipboard = The clipboard can't be used: { $why }
notice-no-version = Saved, but the version before could not be kept. { $why }
notice-editable = You can change the map here now.
notice-still-in-use = Still open elsewhere. { $who }
notice-copy = This is a copy. It stands in no file until you save it.
notice-lock-lost = “{ $name }” is open elsewhere too now. { $who } What both change will be brought together.
notice-outside-followed = “{ $name }” was saved elsewhere. This is what it says now.
notice-outside-reloaded = “{ $name }” was changed by another program and read again. Undo takes that back.
notice-outside-merged = “{ $name }” was changed by another program. Its changes and yours are both here now; save to keep them.
notice-outside-conflicts = { $n ->
    [one] “{ $name }” was changed by another program. Both changes are here; one thing was changed differently: yours is shown, theirs is kept beside it.
   *[other] “{ $name }” was changed by another program. Both changes are here; { $n } things were changed differently: yours are shown, theirs are kept beside them.
}
notice-outside-invalid = “{ $name }” was changed by another program, and isn't a valid map now. Yours stays; saving keeps theirs as a version.
notice-outside-gone = “{ $name }” was deleted or moved. The map stays open, not saved.
notice-not-there = “{ $name }” was open before and isn’t there now. It is opened again at the next start if it is there then.
notice-outside-back = “{ $name }” is there again.
notice-outside-no-map = “{ $name }” was changed by another program and is no map now: { $why } Yours stays open.
notice-recovered-apart = “{ $name }” has changed since. What was recovered is a map of its own, so that neither loses anything.
notice-show-conflicts = Show the conflicts
notice-show = Show it
notice-opened-behind = “{ $name }” is open now, in a tab of its own.
notice-compared = The comparison with “{ $name }” is ready.
notice-dropped-later = What was dropped is opened once this is closed.
notice-saved = Saved to { $path }
notice-to-be = This is your to-be copy. The map it was made from stays as it is.
notice-path-copied = The path is on the clipboard: { $path }
notice-reopened-apart = The file of “{ $map }” was changed since, or is open in another tab. What you closed came back without its file; saving asks where to.
notice-recovered = “{ $name }” was recovered. Save it to keep it.

canvas-name = Journey map
canvas-title-block = What the map is about
canvas-scores = { $name } · 1–5
canvas-cell = { $lane }, step { $n } of { $count }: { $what }
drag-locked = “{ $lane }” is locked
drag-no-cards = “{ $lane }” holds no cards
drag-folded = “{ $lane }” is folded. Unfold it first
drag-measured = Measured: what customers answered can’t be dragged
drag-loses = Loses { $what }
drag-loses-touchpoint = channel and service
drag-loses-pain-point = severity and share
drag-loses-opportunity = impact, effort and what it answers
drag-loses-metric = its figures
drag-loses-image = its picture
drag-phase = Becomes part of “{ $phase }”
drag-span = { $n ->
    [one] { $n } step
   *[other] { $n } steps
}
drag-unknown = Unknown
drag-in-tray = In the tray. { $keys } shows it.
drag-to-tray = Drop into the tray
drag-hint-cards = Ctrl copies · Esc puts it back
drag-hint-point = Shift: any value · Esc puts it back
drag-hint-band = Selects what it touches · Esc cancels
drag-hint = Esc puts it back
canvas-editing = Text of this place
canvas-menu = What can be done here
canvas-menu-card = Add a card
canvas-menu-step = Add a step
canvas-menu-stage = Add a stage
tray-title = Tray
tray-count = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
tray-close = Hide the tray
tray-field = New note
tray-hint = Write a note, or paste many
tray-read-only = The map can only be read here, so nothing can be noted down.
tray-no-lane = The map has no lane yet that could take a note. Add a lane first.
tray-empty = Notes that have no place yet wait here: what the room calls out, what a list brings along.
tray-empty-how = Enter keeps a note, and a pasted list makes one note a line. Drag notes into the map, and cards out of the map into the tray.
tray-send-hint = { $keys } sends a note into the selected cell.
tray-note = Note { $n } of { $count }: { $what }
tray-edit = Text of the note
tray-cut-more = These notes hold more than words, which a cut would lose. Drag them, or send them to the map.
tray-menu-edit = Edit the note
tray-menu-remove = Remove
canvas-menu-lane = Add a lane…
canvas-menu-persona = Add a persona
canvas-menu-step-after = Insert a step after
canvas-menu-stage-after = Insert a stage after
canvas-menu-lane-after = Insert a lane below…
canvas-menu-persona-after = Add a persona after
canvas-menu-remove-persona = Remove persona
canvas-menu-remove-personas = Remove { $n } personas
dialog-outline-title = Map from text
dialog-outline-hint = A line each: stages at the left, steps further in, cards below them. Before a card: a: action, t: touchpoint, th: thought, p: pain point, o: opportunity. After a step: :-1 its score, * a moment of truth. Tab moves a line in, F6 leaves the text, Ctrl+Enter makes the map.
dialog-outline-text = Text
dialog-outline-example =
    Order
    {"  "}Pays on the phone :-1.5 *
    {"    "}a: Enters the card number
    {"    "}p: Money taken !5 18%
dialog-outline-preview = Preview
dialog-outline-line = Line { $line }: { $what }
dialog-outline-where = Where to
dialog-outline-new = As a new map
dialog-outline-extend = Into this map
dialog-outline-counts = { $stages ->
    [one] 1 stage
   *[other] { $stages } stages
}, { $steps ->
    [one] 1 step
   *[other] { $steps } steps
}, { $cards ->
    [one] 1 card
   *[other] { $cards } cards
}, { $scores ->
    [one] 1 score
   *[other] { $scores } scores
}
dialog-outline-go = Make map
dialog-outline-go-extend = Add to map
dialog-outline-lines = Paste as lines
dialog-outline-unnamed = Without a name
dialog-outline-nothing = What the text will make is shown here.
copy-outline-done = The map is on the clipboard as a text outline.
paste-outline-nothing-new = The text says nothing that this map doesn’t say already.
outline-kept = The text is kept: “Map from text” begins with it the next time.
paste-nothing = There is nothing on the clipboard that can be pasted here: copy cells, lines of text or a picture first.
paste-locked = Nothing was pasted: the lane is locked. Unlock it in the inspector.
paste-no-figure = Nothing was pasted: an emotion row takes figures from −2 to 2, and X for “not involved”.
paste-no-cards = Nothing was pasted: this kind of lane has no cards.
paste-too-large = Nothing was pasted: { $cells } cells are more than the { $most } that fit at once.
paste-no-place = Nothing was pasted: click a cell or a heading first.
paste-note-no-figure = { $n ->
    [one] One cell holds no figure from −2 to 2 and was left out.
   *[other] { $n } cells hold no figure from −2 to 2 and were left out.
}
field-severity = severity
field-share = of customers
field-share-of = { $share } of customers
field-impact = impact
field-effort = effort
field-owner = owner
field-value-target = value and target
paste-note-no-cards = { $n ->
    [one] One cell was left out: its lane has no cards.
   *[other] { $n } cells were left out: their lane has no cards.
}
paste-note-locked = { $n ->
    [one] One cell was left out: its lane is locked.
   *[other] { $n } cells were left out: their lane is locked.
}
paste-note-converted = { $n ->
    [one] One card came into a lane of another kind and kept only its text.
   *[other] { $n } cards came into lanes of another kind and kept only their text.
}
paste-note-curves-left = { $n ->
    [one] One row of scores was left out: its persona is not in this map.
   *[other] { $n } rows of scores were left out: their personas are not in this map.
}
paste-note-rows-left = { $n ->
    [one] The last row was left out: at most { $most } lanes are added at once.
   *[other] The last { $n } rows were left out: at most { $most } lanes are added at once.
}
paste-note-columns-left = { $n ->
    [one] The last column was left out: at most { $most } steps are added at once.
   *[other] The last { $n } columns were left out: at most { $most } steps are added at once.
}
paste-note-new-lanes = { $n ->
    [one] One lane was added at the bottom.
   *[other] { $n } lanes were added at the bottom.
}
paste-note-personas = Came along as personas: { $names }.
paste-note-sources = { $n ->
    [one] One piece of evidence or channel came along.
   *[other] { $n } pieces of evidence and channels came along.
}
paste-note-mentions-lost = { $n ->
    [one] One link from outside could not be kept.
   *[other] { $n } links from outside could not be kept.
}
copy-pictures-left = { $n ->
    [one] One picture stays behind: it is missing or too large to be copied along.
   *[other] { $n } pictures stay behind: they are missing or too large to be copied along.
}
paste-note-pictures = { $n ->
    [one] One picture did not come along.
   *[other] { $n } pictures did not come along.
}
copy-nothing = There is nothing to copy: choose a cell, a card or a heading first.
copy-nothing-to-cut = There is nothing to cut here.
canvas-no-figure = “{ $text }” is no figure from −2 to 2, so the score stays as it was.
score-letters = Keys score here: 1 to 5, 0 unknown, X not involved. F2 takes a figure such as −0.75.
score-beside-measured = The curve goes on showing what was measured. What the team believes is kept beside it.
score-measured-stays = This score was measured ({ $n } answers) and stays. “Not involved” can still be chosen in the inspector.
canvas-locked = This lane is locked. Unlock it in the inspector to change it.
canvas-link-itself = A card can’t be linked to itself.
canvas-link-already = These two cards are linked already.
canvas-link-locked = The card’s lane is locked. Unlock it in the inspector to draw links from it.
canvas-link-missing = That card isn’t on the map any more.
canvas-link-nowhere = There is no other card to link to.
canvas-branch-itself = A step can’t branch to itself.
canvas-branch-already = There is a branch between these two steps already.
canvas-branch-missing = That step isn’t on the map any more.
canvas-branch-nowhere = There is no other step to branch to.
canvas-link-new = New card here
canvas-link-none = Nothing is linked here.
canvas-lines = Links and branches
canvas-link-from = Link from { $name }
canvas-branch-from = Branch from { $name }
canvas-link-to = Link to { $name }
canvas-branch-to = Branch to { $name }
hint-actions = What does the customer do? “Compares three offers”
hint-touchpoints = Where do they meet you? “Website”, “Call centre”
hint-thoughts = What goes through their mind? “Is this price fair?”
hint-pain-points = What goes wrong? “Money taken !5 18%” sets severity and share
hint-opportunities = What could you do? “Automatic refund i5 e2 @Payments”
hint-metrics = Which figure tells? “Orders completed”
hint-expectations = What do they expect? “An answer the same day”
hint-needs = What do they need? “To know the delivery day”
hint-quotes = What did customers say, word for word? “I told them twice already”
hint-images = Pictures of a storyboard: drop one here. “The queue at the counter”
hint-frontstage = What do they see of you? “The clerk checks the card”
hint-backstage = What happens behind? “The claim is checked by hand”
hint-systems = Which systems and partners? “Payment gateway”
hint-emotion = How does it feel? Press 1 to 5 on a step (1 is very bad, 5 very good), or double-click where the score should be
hint-time = How long are they busy, how long do they wait? Set on a step: “5 min”, “2 days”
hint-customers-kept = Computed once the emotion is scored: how many customers stay. “77–82%”
hint-pain-priority = Computed once pain points are rated: where it hurts most. “6.2”
hint-evidence = Where do you know it from? “Survey, October”
hint-owners = Who answers for it? “Customer care”
hint-text = Anything worth noting. “Only since the new price list”

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
inspector-map = Map
inspector-title = Title
inspector-scenario = Scenario
inspector-language = Language of the map
inspector-state = Journey
inspector-date = Date
theme-light = Light
theme-dark = Dark
theme-high-contrast = High contrast
theme-print = Black and white
theme-brand = Own brand
inspector-none = None
inspector-business = Business
inspector-business-model = Business model
inspector-business-stage = Stage of the business
inspector-omtm = The one metric that matters
inspector-omtm-name = Name of the metric
inspector-choose-metric = Choose a metric
inspector-metrics = Metrics
inspector-add-metric = Add a metric
inspector-segments = Segments
inspector-segments-about = The groups behind the personas, known by research.
inspector-segment-size = How many customers
inspector-add-segment = Add a segment
segment-demographics = Demographics
segment-psychographics = Psychographics
segment-behaviour = Behaviour
segment-geography = Geography
segment-company-size = Company size
segment-revenue = Revenue
segment-industry = Industry
inspector-facts = Facts to quote
inspector-facts-about = Published figures. They are no evidence about this journey.
inspector-fact = Fact
inspector-fact-text = What it says
inspector-fact-year = Year
inspector-fact-source = Published by
inspector-add-fact = Add a fact
inspector-quote-fact = Quote on the map
inspector-quote-fact-tip = Puts it on the map as a card, with its source. It stays a quotation: it never counts as evidence.
inspector-channels = Channels of this map
inspector-channels-about = Besides those of the catalogue. A channel in use can’t be removed.
inspector-add-channel = Add a channel
inspector-maps = Maps it leads to
inspector-maps-about = Other maps of the same customer life. The file is named from this map’s folder.
inspector-map-file = File
inspector-add-map = Add a map
inspector-loss = Loss rates
inspector-loss-about = How many customers leave after bad experiences. Used for customers kept, which is an estimate.
inspector-loss-first = After one, %
inspector-loss-second = After two or three, %
inspector-loss-source = Source of the rates
inspector-notes = Notes
inspector-phase = Phase
inspector-no-phase = No phase
inspector-phase-stages = Stages of { $name }: { $stages }
inspector-name = Name
inspector-unit = Unit
inspector-unit-name = Name of the unit
unit-number = Number
unit-percent = Percent
unit-minutes = Minutes
unit-seconds = Seconds
unit-days = Days
unit-points = Points
unit-other = Other
metric-conversion = Conversion rate
metric-purchases = Purchases per period
metric-cart-size = Average cart size
metric-abandonment = Cart abandonment
metric-acquisition-cost = Customer acquisition cost (CAC)
metric-revenue-per-customer = Revenue per customer
metric-recommendation-acceptance = Recommendation acceptance rate
metric-virality = Virality
metric-mailing-click-through = Mailing-list click-through
metric-enrolment = Enrolment
metric-lifetime-value = Lifetime value (LTV)
metric-stickiness = Stickiness (DAU/MAU)
metric-churn = Churn
metric-upselling = Upselling
metric-downloads = Downloads
metric-launch-rate = Launch rate
metric-active-users = Share of active users
metric-paying-users = Share of users who pay
metric-first-purchase-time = Time to first purchase
metric-revenue-per-user = Average revenue per user (ARPU)
metric-rating-click-through = Rating click-through
metric-audience = Audience
metric-audience-churn = Audience churn
metric-ad-inventory = Ad inventory
metric-ad-rates = Ad rates
metric-click-through = Click-through rate
metric-content-balance = Share of content against advertising
metric-engaged-visitors = Engaged visitors
metric-content-creation = Content creation
metric-engagement-funnel = Engagement funnel
metric-content-value = Value of created content
metric-notification-effectiveness = Notification effectiveness
metric-buyer-growth = Growth of buyers
metric-seller-growth = Growth of sellers
metric-inventory-growth = Inventory growth
metric-search-effectiveness = Search effectiveness
metric-conversion-funnel = Conversion funnel
metric-fraud-signs = Signs of fraud
metric-pricing = Pricing
metric-brand-awareness = Brand awareness
metric-new-users = New users
metric-nps = NPS
metric-csat = CSAT
metric-ces = CES
metric-time-to-respond = Time to respond
metric-time-to-resolve = Time to resolve
metric-retention = Retention
metric-visits = Visits
metric-time-on-page = Time on page
metric-bounce-rate = Bounce rate
metric-load-time = Load time
inspector-direction = Better is
direction-up = Higher
direction-down = Lower
inspector-baseline = Baseline
inspector-value = Now
inspector-target = Target
inspector-persona = Persona
inspector-description = Age, occupation
inspector-roles = Roles
inspector-competitor = competitor’s customer
inspector-goal = Goal
inspector-quote = Quote
inspector-segment = Segment
inspector-color-label = Colour
inspector-color-none = Usual colour
inspector-color = { $place ->
    [1] Indigo
    [2] Magenta
    [3] Brown
    [4] Teal
    [5] Purple
    [6] Blue
    [7] Olive
    [8] Slate
   *[other] Colour { $place }
}
inspector-profile = Profile
inspector-new-field = Another field
inspector-add-named = Add “{ $name }”
inspector-remove-field = Remove the field “{ $name }”
inspector-field-up = Move “{ $name }” up
inspector-field-down = Move “{ $name }” down
inspector-persona-page = Open the page
persona-page-close = Back to the map
persona-page-place = { $n } of { $count }
persona-page-next = Next persona (Page Down)
persona-page-previous = Previous persona (Page Up)
persona-page-portrait = Choose a portrait of { $name }
persona-page-no-portrait = Click to choose a portrait.
persona-page-remove-portrait = Remove the portrait
persona-page-name-hint = Name
persona-page-quote-hint = What they say, in their words
persona-page-goal-hint = What they want to reach
persona-page-notes-hint = Notes of the team
profile-age = Age
profile-occupation = Occupation
profile-place = Place
profile-devices = Devices
profile-motives = Motives
profile-worries = Worries
profile-household = Household
profile-channels = Favourite channels
profile-habits = Habits
profile-experience = Experience with us
profile-budget = Budget
profile-needs = Needs
inspector-stage = Stage
inspector-expected-touchpoints = Expected touchpoints
inspector-observed-by-analytics = Observed touchpoints, by analytics
inspector-observed-touchpoints = In use now: { $count }
inspector-step = Step
inspector-moment = Moment of truth: decides whether the customer stays
inspector-scores = How it feels
inspector-score-state = Score of { $name }
score-scored = Scored
score-unknown = Unknown
score-not-involved = Not involved
inspector-believed = Believed by the team, { $name }
inspector-expected = Expected, { $name }
inspector-validated = Validated, { $name }
inspector-time = Time
inspector-active = Active, min
inspector-waiting = Waiting, min
inspector-risk = Risk
inspector-worst-case = Worst case
inspector-answer = What is done then
inspector-branches = Branches from here
inspector-branch-label = When it goes to “{ $name }”
inspector-branch-hint = when?
inspector-add-branch = Branch to a step
inspector-width = Width of the column
inspector-lane = Lane
inspector-lane-kind = What it is about
inspector-lane-kind-about = Cards keep their words when the kind changes; what only the old kind knows is lost.
inspector-kind-loses = { $n ->
    [one] One { $kind } loses { $what }.
   *[other] { $n } × { $kind }: they lose { $what }.
}
inspector-kind-loses-answers = { $n ->
    [one] One opportunity no longer says which pain point it answers.
   *[other] { $n } opportunities no longer say which pain points they answer.
}
inspector-kind-undo = Undo brings it back.
inspector-kind-change = Change to “{ $kind }”
lost-touchpoint = channel, state and service
lost-pain-point = severity and share of customers
lost-opportunity = impact, effort, due date and state
lost-metric = unit and figures
lost-image = the picture
inspector-height = Least height
inspector-height-about = In map units; empty: as high as its fullest cell.
inspector-collapsed = Collapsed
inspector-hidden = Hidden
inspector-locked = Locked
inspector-locked-about = Nothing in a locked lane changes by accident: not its cards, its scores or its settings.
inspector-in-tray = In the tray, not yet on the map
inspector-text = Words
inspector-text-touchpoint = Text (if empty, the channel is shown)
inspector-text-pain = What goes wrong
inspector-text-opportunity = Idea
inspector-text-metric = Metric
inspector-text-image = Caption
inspector-text-process = What happens
inspector-who = Who
inspector-who-all = None chosen: concerns all personas
inspector-mixed = mixed
inspector-owner = Owner
inspector-owner-set = Owner { $name }
inspector-evidence = Evidence
inspector-add-evidence = Add evidence
inspector-new-evidence = New entry “{ $name }”
inspector-evidence-name = Title
inspector-evidence-kind = Kind of evidence
inspector-evidence-source = File, address or person
inspector-open-address = Open the address…
inspector-evidence-date = Gathered on
inspector-evidence-review = Review by
inspector-evidence-n = Answers, visits, people (n)
inspector-evidence-notes = Notes on the evidence
evidence-survey = Survey
evidence-transaction-feedback = Feedback right after a transaction
evidence-call-after-purchase = Call after purchase
evidence-kiosk-or-paper = Kiosk or paper form
evidence-web-analytics = Web analytics
evidence-heatmap = Heatmap
evidence-ab-test = A/B test
evidence-interview = Interview
evidence-observation = Observation or walk-through
evidence-support-figures = Support figures
evidence-crm = CRM
evidence-public-review = Public review
evidence-community-post = Community post
evidence-social-listening = Social listening
evidence-workshop-belief = Workshop belief
inspector-remove = Remove “{ $name }”
inspector-row-show = Show on the map
inspector-row-open = Open its fields
inspector-row-close = Close its fields
inspector-more = More
inspector-span = Spans until
inspector-span-none = Only its own step
inspector-links = Links
inspector-link-label = Words of the link to “{ $name }”
inspector-link-hint = words of the link
inspector-add-link = Link to a card
inspector-linked-from = Linked from
inspector-line-link = Link
inspector-line-branch = Branch
inspector-line-words = Label
inspector-line-when = Condition
inspector-line-from = From
inspector-line-to = To
inspector-line-swap = Swap direction
inspector-line-both = It leads back already
inspector-line-remove-link = Delete link
inspector-line-remove-branch = Delete branch
inspector-headings-moment = Moments of truth
inspector-find = Search
inspector-find-present = chosen
inspector-find-nothing = Nothing is called so.
inspector-find-more = { $n } more: type more letters
inspector-tray = Tray
inspector-unnamed-step = Step without a name
inspector-clear = { $name }: clear
inspector-votes = Votes
inspector-one-less = { $name }: one fewer
inspector-one-more = { $name }: one more
inspector-counter-about = With the focus here, + and − count
inspector-severity = Severity
inspector-share = Customers affected
inspector-share-number = Customers affected, in percent
inspector-unrated = Unrated: set severity and customers affected to rank it.
inspector-priority = Priority { $priority }
inspector-priority-doubled = = severity { $severity } × { $share } × 2, a moment of truth counts double
inspector-priority-plain = = severity { $severity } × { $share } of customers
inspector-answered-by = Answered by
inspector-unanswered = Nothing answers it yet.
inspector-make-opportunity = Make an opportunity
inspector-answer-with = Answer with an existing one
inspector-no-longer-answers = “{ $name }” no longer answers it
inspector-impact = Impact
inspector-effort = Effort
inspector-square = Impact and effort
inspector-square-at = impact { $impact }, effort { $effort }
inspector-progress = State
inspector-due = Due
inspector-importance = Importance to the customer, 0–10
inspector-opportunity-score = Opportunity score { $score } of 20 (Ulwick): importance + unmet need
inspector-answers = Answers
inspector-add-answer = Add a pain point
inspector-image-file = File name
inspector-image-choose = Choose a picture…
inspector-image-none = No picture yet
inspector-image-missing = { $name } is not in the map’s folder of images
inspector-image-alternative = What the picture shows
inspector-touchpoint-state = State
inspector-service = Served by
inspector-personalised = Personalised: treated as a person, not a number
inspector-repeats = The customer repeats what was said before
inspector-said-first = Said first at
inspector-say-first = Choose where it was said first
inspector-own-scores = Scores of its own
inspector-own-scores-about = How it feels at this touchpoint, where that differs from the step.
inspector-own-score = Score here, { $name }
inspector-channel = Channel
inspector-channel-none = No channel
inspector-channel-search = Search channels
inspector-channel-add = Add the channel “{ $name }”
inspector-own-channel = Channel of this map
inspector-channel-name = Name of the channel
inspector-channel-kind = Kind of channel
inspector-channel-mobile = Used on the way (mobile)
inspector-channel-icon = Icon
inspector-channel-uses = { $n ->
    [one] { $n } use
   *[other] { $n } uses
}
channel-kind-physical = Physical
channel-kind-voice = Voice
channel-kind-digital = Digital
channel-kind-people = People
inspector-many = { $count } cards
inspector-remove-cards = Delete { $count } cards
inspector-believed-short = Believed by the team
inspector-expected-short = Expected
inspector-lane-locked = Its lane is locked.
inspector-unlock = Unlock the lane “{ $name }”


## Insights and plots


# The panels' words in this section.

insights-rate = Rate “{ $name }”
plots-enlarge = Show “{ $plot }” large
plots-choose = { $plot }: choose another plot
plots-close = Back to the map
plots-export = Export…
plots-copy-picture = Copy picture
plots-copy-table = Copy table
plots-how = How is this worked out?
plots-table = Table
plots-what-if = What if…
plots-against = Compared with: { $map }
plots-against-none = Compare with…
plots-against-file = The map of a file…
plots-table-copied = The table is on the clipboard.
plots-picture-copied = The picture of “{ $plot }” is on the clipboard.
what-if-hint = Drag a point, or press ↑ ↓ on it. The map stays as it is.
what-if-keep = Keep as to-be
what-if-discard = Discard
what-if-kept = customers kept
what-if-lowest = Lowest point
what-if-none = none below 0
what-if-ranking = Opportunities: { $list }
window-hint-plots = Click selects a point · Tab next point · Esc back to the map
what-if-rank = Opportunity score { $score }, place { $rank }: { $name }
what-if-rank-was = Opportunity score { $score }, place { $rank } (was { $was }): { $name }


## Plots


# What plots are called, what they are about, how they are worked out, and what is missing where they are empty.

plot-emotion = Emotion
plot-emotion-about = How each persona feels at each step
plot-emotion-how = The shown score of a step is the measured one, else what the team believes, from −2 (very bad) to +2 (very good). The band is the 95% confidence interval of the mean by Student’s t, from 5 answers on. A line is dashed where one of its ends is a hypothesis and has a gap where nothing is known. The short line is what was expected.
plot-emotion-none = No scores yet. Move to a cell of the emotion lane and press 1 to 5: 1 is very bad, 5 is very good.
plot-remembered = What is remembered
plot-remembered-about = The most intense point, the end, valleys and the slump of the curve
plot-remembered-how = Peak-end = (peak + last score) / 2. The peak is the most intense point: the score farthest from zero, high or low; of equals the worse counts (Kahneman, Fredrickson et al., 1993). A valley is a local minimum below 0, a slump the longest run of scores below 0.
plot-remembered-none = Nothing to remember yet: score the steps, the last one above all. Press 1 to 5 in the emotion lane.
plot-compared = Two journeys compared
plot-compared-about = As-is against to-be, or one year against another: both curves, with the gap shaded
plot-compared-how = Change = later score − earlier score, for each step that both maps have: matched by its identity, else by its name. Personas are matched the same way, and the only ones left belong together. Steps of one map alone have one point.
plot-compared-none = There is nothing to compare with. Open the other map in a tab, or make one with “Duplicate as to-be”, then choose it here.
plot-pain-points = Pain points
plot-pain-points-about = Severity × customers affected · area: priority
plot-pain-points-how = Priority = severity (1–5) × share of customers affected (0–1), × 2 where the pain point touches a moment of truth. The area of a bubble is its priority.
plot-pain-points-none = No pain point is rated yet. Select one and set its severity and the share of customers affected, or type both into its cell: Money taken !5 18%
plot-priorities = Priority
plot-priorities-about = Pain points by priority, with their running share · strong: the first 80%
plot-priorities-how = Priority = severity × share of customers affected, × 2 at a moment of truth. The line is the share of all priorities that the worst ones reach together (Pareto chart; Juran’s “vital few”).
plot-priorities-none = No pain point is rated yet. Select one and set its severity and the share of customers affected, or type both into its cell: Money taken !5 18%
plot-impact-effort = Impact × effort
plot-impact-effort-about = What to do first: much impact for little effort
plot-impact-effort-how = Impact and effort are the team’s own grades from 1 to 5. The list goes from the greatest impact for the least effort to the opposite. Opportunities of one place stand beside each other.
plot-impact-effort-none = No opportunity has both impact and effort yet. Type them into its cell: Refund at once i5 e2 @Payments
plot-opportunities = Opportunity scores
plot-opportunities-about = What matters to customers and is badly served
plot-opportunities-how = Opportunity score = importance + max(importance − satisfaction, 0), 0–20; satisfaction = 2.5 × (e + 2), e the mean score at the steps of its pain points (Ulwick, “What Customers Want”, 2005).
plot-opportunities-none = No opportunity can be scored yet: it needs an importance to the customer (0–10, in the inspector) and a score at its step.
plot-customers-kept = Customers kept
plot-customers-kept-about = How many customers bad experiences put at risk
plot-customers-kept-how = Kept = Σ P(k) · s(k) over the number k of bad experiences so far: s(0) = 1, s(1) = 1 − first rate, s(3 or more) = 1 − second rate; the source says “two or three”, so s(2) is a range. Steps count as independent, each with its measured share of bad answers, else 70%, 30%, 7%, 1%, 0% at −2, −1, 0, +1, +2.
plot-customers-kept-none = No scores yet, so nothing can be estimated. Press 1 to 5 in the emotion lane.
plot-channels = Score by channel
plot-channels-about = How each channel feels, with its spread
plot-channels-how = A channel’s score is the mean over its touchpoints: each counts with its own score, else with that of its step. The line reaches from the lowest to the highest.
plot-channels-none = No channel has a score yet: choose the channels of the touchpoints, and score the steps or the touchpoints themselves.
plot-consistency = Consistency within steps
plot-consistency-about = How alike the channels of one step feel
plot-consistency-how = Consistency = 1 − (population standard deviation of the channels’ scores) / 2, at steps whose scored touchpoints use two or more channels; that of the persona is the mean over those steps.
plot-consistency-none = Nothing to compare yet: a step needs touchpoints of two or more channels, each with a score of its own (in the inspector).
plot-carry-over = Carry-over
plot-carry-over-about = Every switch of channel, and where the customer has to begin anew
plot-carry-over-how = Carry-over = 1 − repeats / switches. A switch is two consecutive touchpoints on different channels, inside a step too; it repeats if the later touchpoint is marked so.
plot-carry-over-none = No switch of channel yet: choose the channels of two or more touchpoints.
plot-touchpoints = Touchpoints
plot-touchpoints-about = In use, redundant and missing, against the expected number of each stage
plot-touchpoints-how = Gap = used − expected. Used is the figure from analytics where there is one, else the touchpoints in use. Fewer than expected: customers leave early. More: it is too complicated.
plot-touchpoints-none = No touchpoints yet. Add some to the touchpoint lane, and set the expected number of a stage in the inspector.
plot-metrics = Metrics
plot-metrics-about = Value against target, each on a scale of its own
plot-metrics-how = Way done = (value − baseline) / (target − baseline): 0% at the baseline, 100% at the target. Whether a target is met depends on the direction of the metric.
plot-metrics-none = No metric has a value yet. Add metrics to the metrics lane or to the map, each with baseline, value and target.
plot-evidence = Evidence
plot-evidence-about = How much of each lane rests on evidence, and what is due for review
plot-evidence-how = Coverage = cards with evidence / cards of the lane; of the emotion lane measured scores / steps in which the persona is involved. Workshop belief and published facts support nothing. Stale is what rests only on evidence past its review-by date.
plot-evidence-none = Nothing to support yet: the map has neither cards nor scores. Add a step, write its cards, and name their evidence in the inspector.
plot-time = Time
plot-time-about = Active and waiting time of each step
plot-time-how = Total = active + waiting minutes. The waiting share is waiting / total.
plot-time-none = No times yet. Select a step and set its active and waiting minutes in the inspector.
plot-load = Load
plot-load-about = How much each owner has to look after
plot-load-how = Load = touchpoints + pain points + open opportunities that name the owner.
plot-load-none = Nothing to look after yet: the map has no touchpoints, pain points or open opportunities. Add some, and name who answers for each in the inspector.

# Words at axes, in legends and in tables.

plot-word-active = Active
plot-word-affected = Customers affected, %
plot-word-after = After
plot-word-answers = Answers (n)
plot-word-as-is = As-is
plot-word-band-high = 95% band, upper end
plot-word-band-low = 95% band, lower end
plot-word-baseline = Baseline
plot-word-basis = Basis
plot-word-before = Before
plot-word-better = Better than before
plot-word-big-bet = Big bets
plot-word-cards = Cards
plot-word-carried-over = Carried over
plot-word-change = Change
plot-word-channel = Channel
plot-word-channels = Channels
plot-word-consistency = Consistency
plot-word-coverage = Supported by evidence, %
plot-word-customers = Customers kept, % (estimate)
plot-word-deviation = Standard deviation
plot-word-effort = Effort, 1–5
plot-word-end = End
plot-word-expected = Expected
plot-word-expected-touchpoints = Expected number
plot-word-fill-in = Fill-ins
plot-word-from = From
plot-word-gap = Gap
plot-word-highest = Highest
plot-word-highest-priority = #1: highest priority
plot-word-hypothesis = Hypothesis
plot-word-impact = Impact, 1–5
plot-word-importance = Importance, 0–10
plot-word-in-use = In use
plot-word-kept-high = Kept, at most
plot-word-kept-low = Kept, at least
plot-word-lane = Lane
plot-word-loss = At the top: loss in each stage
plot-word-lost-here = Lost at this step, percentage points
plot-word-lowest = Lowest
plot-word-mark = Mark
plot-word-mean-score = Mean score
plot-word-measured-95 = 95% band of the mean
plot-word-met = Target met
plot-word-metric = Metric
plot-word-missing = Missing
plot-word-moment-of-truth = Moment of truth
plot-word-most-at-most = At most: an earlier score is unknown
plot-word-no-evidence = Without evidence
plot-word-nobody = Nobody
plot-word-not-met = Target not met
plot-word-number = No.
plot-word-observed = Used by customers
plot-word-open = Open
plot-word-open-opportunities = Open opportunities
plot-word-opportunity = Opportunity
plot-word-opportunity-score = Opportunity score, 0–20
plot-word-owner = Owner
plot-word-pain-point = Pain point
plot-word-pain-points = Pain points
plot-word-peak = Most intense
plot-word-peak-end = Peak-end
plot-word-persona = Persona
plot-word-priority = Priority, 0–10
plot-word-quick-win = Quick wins
plot-word-rank = Rank
plot-word-reached = Way to the target done
plot-word-redundant = Redundant
plot-word-repeats = Customer repeats
plot-word-running-share = Running share, %
plot-word-satisfaction = Satisfaction, 0–10
plot-word-score = Score
plot-word-score-axis = Emotion score, −2…+2
plot-word-scored = Steps with evidence
plot-word-settled = Done or rejected
plot-word-severity = Severity, 1–5
plot-word-slump = Slump
plot-word-spread = Spread
plot-word-stage = Stage
plot-word-stale = Due for review
plot-word-start = Start
plot-word-state = State
plot-word-statements = Cards or scores
plot-word-step = Step
plot-word-steps = Step
plot-word-switches = Switch at step
plot-word-target = Target
plot-word-the-to = To
plot-word-think-twice = Think twice
plot-word-time = Time
plot-word-to-be = To-be
plot-word-total = Total
plot-word-touchpoint = One touchpoint
plot-word-touchpoints = Touchpoints
plot-word-underserved = Above 10: underserved
plot-word-unnamed = Unnamed
plot-word-unnamed-stage = Unnamed stage
plot-word-unnamed-step = Unnamed step
plot-word-validated = Validated
plot-word-valley = Valley
plot-word-value = Value
plot-word-waiting = Waiting
plot-word-with-evidence = With evidence
plot-word-worse = Worse than before
plot-word-yes = Yes

# Figures, and how they came about.

plot-foremost = the foremost { $shown } of { $all }
plot-competitor = { $name } (competitor)
plot-of = { $whose }: { $what }
plot-range = { $low } to { $high }
plot-points = { $value } pp
plot-minutes = { $minutes } min
plot-hours = { $hours } h
plot-hours-minutes = { $hours } h { $minutes } min
plot-days = { $days } d
plot-days-hours = { $days } d { $hours } h
plot-field = { $name }: { $value }
plot-untitled = Untitled: { $kind }
plot-list = { $rank } { $name }
plot-score-banded = { $value }, measured, n = { $n }, 95% band { $low } to { $high }
plot-score-measured = { $value }, measured, n = { $n }
plot-score-believed = { $value }, believed by the team
plot-worked-peak-end = Peak-end { $value } = (peak { $peak } + end { $end }) / 2
plot-worked-difference = { $change } = to-be { $to } − as-is { $today }
plot-pain-priority = Priority { $priority } = severity { $severity } × { $share }
plot-pain-doubled = Priority { $priority } = severity { $severity } × { $share } × 2, a moment of truth counts double
plot-pain-running = The worst { $rank } make { $share } of all priorities
insights-which = Plots
insights-no-scores = No scores yet. Move to a cell of the emotion lane and press 1 to 5: 1 is very bad, 5 is very good.
insights-no-pain = No pain point is rated yet. Select one and set its severity and the share of customers affected, or type both into its cell: Money taken !5 18%

## Answers of surveys

survey-code-list = This is a list of codes that explains { $fields } fields, and holds no answers. Use it to see which codes mean “no answer”, and import the file of answers.
survey-no-answers = No column looks like answers: ratings, stars, or words from bad to good. Check the delimiter and the row of headings.
survey-missing-who = There is no column “{ $column }”, which tells whose answers they are. Choose another one, so that nobody’s answers count for somebody else.
survey-missing-weight = There is no column “{ $column }”, which says how much each respondent counts. Choose another one, or none.
survey-missing-exclusion = There is no column “{ $column }”, by which answers are excluded. Choose another one, or take the exclusion out.
survey-nothing-matched = No column is matched to anything in this map.
survey-no-persona = The map has no persona whose answers these could be. Add a persona first, or match the ones in the file.
survey-nothing-left = Every answer was left out, so nothing comes in. Check scales, codes, exclusions and personas.
survey-stopped = Stopped: nothing came in.
survey-locked = The emotion lane, or the lane of a touchpoint, is locked. Unlock it, and import again.
survey-refused = The map doesn’t take these answers: { $why }
survey-no-column = The file has no column “{ $name }”; nothing comes in for it.
survey-no-step = The map has no step “{ $name }”; nothing comes in for it.
survey-no-touchpoint = The map has no touchpoint “{ $name }” at that step; nothing comes in for it.
survey-no-such-persona = The map has no persona “{ $name }”; that group’s answers are left out.
survey-not-involved = “{ $step }”: the map says that { $persona } takes no part, so their answers stay out. Change that in the step and import again.
survey-left-too-long = rows with more cells than headings
survey-left-excluded = excluded: { $reason }
survey-left-weight = rows whose weight is no number above 0
survey-left-persona = respondents of no persona
survey-left-empty = { $column }: empty
survey-left-code = { $column }: codes that are no answers
survey-left-off-scale = { $column }: outside the scale
survey-left-unreadable = { $column }: neither a number nor a known word
survey-example = row { $row }: { $text }
survey-left = left out: { $why }: { $count }
survey-left-examples = left out: { $why }: { $count } ({ $examples })
survey-measured = { $mean } (n = { $n }, SD { $sd }, { $bad } bad)
survey-none = no answers any more
survey-line-new = { $name } · { $persona }: { $after }
survey-line-moved = { $name } · { $persona }: { $after }; before { $before }
survey-metric-new = { $name }: { $value } (n = { $n })
survey-metric-moved = { $name }: { $value } (n = { $n }); before { $before }
survey-scale-numbers = { $worst } (worst) … { $best } (best)
survey-scale-recommendation = 0 … 10, would recommend
survey-scale-words = words
survey-summary = { $counted } of { $rows } respondents count: { $scores ->
    [one] 1 score
   *[other] { $scores } scores
}, { $metrics ->
    [one] 1 metric
   *[other] { $metrics } metrics
}.
survey-guessed = { $column } → { $what }; { $scale }; no answers: { $codes }
survey-guessed-unknown = { $column } → ? (no step of this name; write one into the mapping); { $scale }; no answers: { $codes }
survey-mapping-needed = Say how the columns are matched: --mapping M. A first one to look at and change is written by --write-mapping M.
table-workbook = The workbook can’t be read: { $why }. Save it again as .xlsx without a password, or as CSV.
table-too-many-parts = The workbook has { $found } parts; at most { $most } are read.
table-too-large = “{ $name }” in the workbook unpacks to more than can be read. Save the sheet as CSV and open that.
table-no-sheet = There is no sheet “{ $name }”. There are: { $known }.
table-empty = The file is empty.
table-long-row = The row that begins at { $row } is too long for one. Is a quotation mark left open? Choose another quotation mark, or none.
cli-import-out = The file to write; - is standard output. With --survey, the map itself if not given
cli-import-survey = Bring the answers of a survey into a map: CSV or XLSX; - is standard input
cli-import-mapping-table = --mapping and --write-mapping are for tables (.csv, .tsv, .xlsx) and for --survey.
cli-import-write-mapping = Only write a first mapping, to look at and change
cli-import-json = With --survey: report as JSON
edit-survey = Import survey answers
part-effective = effective number of answers
part-survey = survey import
dialog-path-survey = Choose a file of answers
dialog-path-save-comparison = Save what changed
dialog-path-save-mapping = Keep the column matching
dialog-path-load-mapping = Choose a column matching
command-import-survey = Import survey answers…
command-import-survey-tip = Bring the answers of a survey (CSV, XLSX) into this map as measured scores
survey-mapping-saved = Kept as { $name }.
dialog-survey-title = Import survey answers
dialog-survey-refresh = Refresh “{ $name }”
dialog-survey-mapping-file = survey-mapping.ron
dialog-survey-other-file = Another file…
dialog-survey-encoding = Encoding
dialog-survey-delimiter = Delimiter
dialog-survey-comma = Comma ,
dialog-survey-semicolon = Semicolon ;
dialog-survey-tab = Tab
dialog-survey-bar = Bar |
dialog-survey-colon = Colon :
dialog-survey-quoting = Quotation marks
dialog-survey-quote-double = Double "
dialog-survey-quote-single = Single '
dialog-survey-quote-off = None
dialog-survey-sheet = Sheet
dialog-survey-heading = Headings
dialog-survey-heading-row = Row { $row }
dialog-survey-no-heading = No headings
dialog-survey-pages = Parts of the import
dialog-survey-columns = Columns
dialog-survey-who = Whose answers
dialog-survey-evidence = Evidence
dialog-survey-looking = Looking at the file…
dialog-survey-which-columns = Which columns are listed
dialog-survey-matched = Matched ({ $n })
dialog-survey-all = All columns ({ $n })
dialog-survey-none-matched = No heading is named like a step, a touchpoint or a metric of this map. Choose below what each column is about.
dialog-survey-nothing = Not imported
dialog-survey-new-step = New step “{ $name }”
dialog-survey-target = What { $column } is about
dialog-survey-scale = Scale of { $column }
dialog-survey-own-scale = Own scale…
dialog-survey-worst = { $column }: worst answer
dialog-survey-best = best answer of { $column }
dialog-survey-word-score = Score of “{ $text }”
dialog-survey-codes = Codes of { $column } that are no answers
dialog-survey-codes-hint = e.g. 0, 99
dialog-survey-caption-about = Is about
dialog-survey-caption-scale = Scale, worst to best
dialog-survey-caption-codes = No-answer codes
dialog-survey-metric-name = Called
dialog-survey-metric-name-of = Name of the metric of { $column }
dialog-survey-codes-tip = Codes that are no answers, separated by commas
dialog-survey-again = Use { $column } once more
dialog-survey-drop = Don’t import { $column }
dialog-survey-not-in-file = not in this file
dialog-survey-shared-codes = Codes that are no answers in any column, separated by commas
dialog-survey-respondents = Whose answers these are
dialog-survey-everybody = All personas alike
dialog-survey-one = One persona
dialog-survey-groups = A column tells
dialog-survey-everybody-hint = Nothing in the file tells personas apart: every answer counts for each of them.
dialog-survey-persona = Persona
dialog-survey-groups-hint = Choose for each persona the column and the values that tell it. Respondents of no persona are left out.
dialog-survey-group-column = Column that tells { $persona }
dialog-survey-group-values = Values that mean { $persona }, separated by commas
dialog-survey-weight = Weight
dialog-survey-no-weight = All respondents count the same
dialog-survey-exclusions = Excluded respondents
dialog-survey-exclusion-column = Exclusion { $n }: column
dialog-survey-exclusion-test = Exclusion { $n }: test
dialog-survey-exclusion-values = Exclusion { $n }: values
dialog-survey-exclusion-reason = Exclusion { $n }: reason
dialog-survey-exclusion-remove = Remove exclusion { $n }
dialog-survey-exclusion-add = Exclude respondents
dialog-survey-exclusion-why = Test entries
dialog-survey-is = is one of
dialog-survey-is-not = is none of
dialog-survey-below = is below
dialog-survey-above = is above
dialog-survey-name = Name of the evidence
dialog-survey-name-hint = A newer file under the same name takes the older one’s place.
dialog-survey-date = Date of the answers; empty: { $date }, the file’s
dialog-survey-review-by = Review by; empty: a year later
dialog-survey-no-date = No date yet: write 2026-11-22 or 22/11/2026.
dialog-survey-add-steps = Add steps that the map doesn’t have yet
dialog-survey-preview = What comes in
dialog-survey-counting = Counting…
dialog-survey-nothing-yet = Nothing yet.
dialog-survey-problems = What doesn’t come in
dialog-survey-left-out = Left out
dialog-survey-left = { $why }: { $count }
dialog-survey-before = before { $before }
dialog-survey-before-change = { $change } · before { $before }
dialog-survey-save-mapping = Save matching…
dialog-survey-load-mapping = Load matching…
dialog-survey-go = Import
dialog-survey-go-refresh = Take over
inspector-evidence-survey = Imported answers; { $columns } columns matched.
inspector-evidence-refresh = Refresh from a newer file…
## Insights on the command line

insights-cli-no-steps = The map has no steps yet, so there is nothing to work out.
insights-cli-curve = Emotion curve of { $name }
insights-cli-step = Step
insights-cli-score = Score
insights-cli-state = State
insights-cli-band = 95% band
insights-cli-expected = Expected
insights-cli-gap = Gap
insights-cli-kept = Kept
insights-cli-unknown = unknown
insights-cli-not-involved = not involved
insights-cli-validated = validated
insights-cli-hypothesis = hypothesis
insights-cli-kept-source = Kept: an estimate of exposure, never a forecast. Of customers with one bad experience { $first } leave, with three or more { $second }, with two something in between ({ $source }).
insights-cli-peak-end = Peak-end: { $score } (peak { $peak_score } at { $peak }; end { $end_score } at { $end })
insights-cli-valleys = Valleys: { $steps }
insights-cli-slump = Slump: { $first } to { $last }, { $n } steps below 0, down to { $lowest }
insights-cli-gap-mean = Score − expectation: { $mean } on average
insights-cli-gap-worst = Score − expectation: { $mean } on average; worst { $gap } at { $step }
insights-cli-channels = Channels as { $name } feels them
insights-cli-channel = Channel
insights-cli-mean = Mean
insights-cli-spread = Spread
insights-cli-touchpoints = Touchpoints
insights-cli-consistency = Channel consistency: { $value } (1 = all channels of a step feel the same)
insights-cli-pains = Pain points by priority
insights-cli-pain = Pain point
insights-cli-priority = Priority
insights-cli-severity = Severity
insights-cli-share = Affected
insights-cli-unanswered = no opportunity
insights-cli-pains-how = Priority = severity × share affected, doubled at a moment of truth (★). 0…10.
insights-cli-opportunities = Opportunities
insights-cli-opportunity = Opportunity
insights-cli-importance = Importance
insights-cli-impact = Impact
insights-cli-effort = Effort
insights-cli-owner = Owner
insights-cli-due = Due
insights-cli-stage = Stage
insights-cli-in-use = In use
insights-cli-missing = Missing
insights-cli-redundant = Redundant
insights-cli-analytics = Analytics
insights-cli-mobile = Mobile: { $share } of the digital touchpoints ({ $n } of { $of }).
insights-cli-mobile-support = Mean score of support on mobile: { $score } (touchpoints: { $n }).
insights-cli-personalised = Personalised: { $share } of the touchpoints ({ $n } of { $of }).
insights-cli-switches = Switches of channel
insights-cli-carry-over = Carry-over: { $share } (the customer repeats themselves at { $n } of { $of } switches)
insights-cli-repeat = From { $from } to { $to }, at { $step }
insights-cli-times = Active and waiting time
insights-cli-active = Active
insights-cli-waiting = Waiting
insights-cli-waiting-share = Share of waiting
insights-cli-whole = The whole journey
insights-cli-times-unknown = Steps without a time: { $n }. The sums are at least this.
insights-cli-metrics = Metrics
insights-cli-metric = Metric
insights-cli-baseline = Baseline
insights-cli-value = Value
insights-cli-target = Target
insights-cli-progress = Progress
insights-cli-met = met
insights-cli-not-met = not met
insights-cli-evidence = Evidence
insights-cli-of = Of
insights-cli-coverage = Coverage
insights-cli-supported = With evidence
insights-cli-stale = Stale
insights-cli-scores-of = Scores of { $name }
insights-cli-stale-line = Stale since { $date }: { $name } (scores that rest on it: { $scores }, cards: { $cards })
insights-cli-load = Load of owners
insights-cli-together = Together
insights-cli-pains-short = Pain points
insights-cli-open = Open opportunities
insights-cli-nobody = (nobody)
insights-cli-facts = Published facts (quoted, never evidence about this journey)
## Comparing two journeys

compare-column-step = Step
compare-column-what = What
compare-column-before = Before
compare-column-after = After
compare-column-difference = Change
compare-column-verdict = Verdict
compare-whole-map = Whole map
compare-step-added = Step added
compare-step-cut = Step cut
compare-step-moved = Step moved
compare-step-renamed = Step renamed
compare-moment-of-truth = Moment of truth
compare-feeling = Emotion, { $persona }
compare-remembered = What { $persona } remembers (peak-end)
compare-persona = Persona in one map only
compare-active = Active time
compare-waiting = Waiting time
compare-card-added = { $kind } added: { $card }
compare-card-cut = { $kind } gone: { $card }
compare-card-moved = { $kind } at another step: { $card }
compare-card-part = { $kind } { $card }: { $part }
compare-metric = Metric “{ $name }”: { $part }
compare-omtm = The one metric “{ $name }”: { $part }
compare-part-text = text
compare-part-severity = severity
compare-part-share = customers affected
compare-part-impact = impact
compare-part-effort = effort
compare-part-importance = importance
compare-part-state = state
compare-part-service = served by
compare-part-personalised = personalised
compare-part-repeats = customer repeats themselves
compare-part-value = value
compare-part-target = target
compare-unknown = unknown
compare-not-involved = not involved
compare-score-band = { $value } (n = { $n }, 95%: { $low } to { $high })
compare-score-n = { $value } (n = { $n })
compare-score-believed = { $value } (believed)
compare-yes = yes
compare-no = no
compare-place = { $place }. in “{ $stage }”
compare-points = { $n } points
compare-better = Better
compare-worse = Worse
compare-better-sure = Better, beyond chance (95%)
compare-worse-sure = Worse, beyond chance (95%)
compare-chance = May be chance
compare-title = Compare journeys
compare-about = Steps are matched by identity, then by name; where that is wrong, choose what belongs together.
compare-before-map = Before
compare-after-map = After
compare-choose = Choose a map
compare-open-maps = Open maps
compare-samples = Samples
compare-file = A file…
compare-swap = Swap before and after
compare-nothing-chosen = Choose a map to compare “{ $map }” with: an open one, a sample or a file.
compare-same = Nothing changed in what customers do, feel and meet.
compare-tab-changes = What changed
compare-tab-curves = Both curves
compare-tab-steps = Steps side by side
compare-save = Save…
compare-saved = The list of changes is in { $name }.
compare-file-name = What changed
compare-summary = { $added } added · { $cut } cut · { $moved } moved · { $better } better · { $worse } worse · { $chance } may be chance
compare-copy = Copy as table
compare-copied = The list of changes is on the clipboard.
compare-copy-markdown = Copy as Markdown
compare-by-hand = By hand
compare-by-id = Same step
compare-by-name = Same name
compare-by-rest = The only one left
compare-added = Only after
compare-cut = Only before
compare-match = What “{ $step }” became
compare-match-none = Nothing: it was cut
compare-wrong-match = --match wants two steps as BEFORE=AFTER, by id or name; “{ $text }” names none.
cli-diff-journeys = Compare two journeys: steps matched by id, then by name; scores, times, metrics, pain points
cli-diff-match = Two steps that belong together, by id or name: BEFORE=AFTER; BEFORE= for a step that was cut
cli-diff-to = Say it as csv, html or md
cli-diff-out = The file to write what changed to; its ending says how; - is standard output
plot-worked-opportunity = { $value } = importance { $importance } + (importance { $importance } − satisfaction { $satisfaction })
plot-worked-kept = { $bad } have a bad experience here, by the table for its score
plot-worked-kept-measured = { $bad } have a bad experience here, measured
plot-worked-kept-unknown = The score of this step is unknown: it takes nobody away
plot-rates = { $first } leave after one bad experience, { $second } after two or three ({ $source }).
plot-worked-channel = { $mean } = mean of { $n } touchpoints, from { $low } to { $high }
plot-worked-consistency = { $value } = 1 − { $deviation } / 2, over { $n } channels
plot-worked-carry-over = Carry-over { $value } = 1 − { $repeats } repeats / { $switches } switches
plot-worked-touchpoints = { $gap } = { $observed } used − { $expected } expected
plot-worked-reached = { $share } of the way = ({ $value } − { $baseline }) / ({ $target } − { $baseline })
plot-worked-part = { $share } = { $part } of { $whole }
plot-worked-minutes = { $total } = { $active } active + { $waiting } waiting

## Packages: a map and its pictures as one file

format-package = Package (map with pictures)
format-package-about = The map itself with its pictures as one file to send. It opens here with a double click, and any zip tool unpacks it.
package-damaged = The package is damaged, locked with a password, or no package at all. Ask for it again.
package-too-many-entries = The package has { $found } entries; at most { $most } are read.
package-too-large = “{ $name }” in the package unpacks to more than { $most } MB.
package-leads-out = “{ $name }” would lie outside the folder of the map. This package is not to be trusted.
package-twice = Two entries of the package have the same name. This package is not to be trusted.
package-no-map = There is no map in the package.
package-several-maps = There are several maps in the package: { $names }. Unpack it with a zip tool and open one of them.
package-map = The map in the package, { $place }: { $why }
package-picture-missing = The picture “{ $name }” isn’t in the package.
package-picture-unshowable = The picture “{ $name }” in the package can’t be shown.
package-opened = Opened from “{ $name }”. Save it to keep what you change.
package-saved-as = A package was written. The map itself isn’t saved yet: packages are for sending.
package-no-pictures = The pictures of “{ $name }” can’t be unpacked: { $why }
cli-import-package = Its pictures go into a folder: give a file with -o, not standard output.

## Tables that come in

import-column-left = The column “{ $name }” ({ $cells } cells) isn’t matched and stays out.
import-column-missing = The column “{ $name }” isn’t in this file.
import-row-left = The row “{ $name }” stays out.
import-note-left = The note “{ $text }” stays out: its colour isn’t matched.
import-lane-no-cards = “{ $name }” would be a lane that is worked out or has no cards, so it stays out.
import-feeling-words = “{ $text }” is no score. It came in as a card; no score was made up.
import-off-scale = “{ $text }” lies outside the scale of scores and stays out.
import-broken-letters = { $n ->
    [one] One cell holds letters that can’t be read (�): the file was cut off or damaged there.
   *[other] { $n } cells hold letters that can’t be read (�): the file was cut off or damaged there.
}
import-field-unread = “{ $text }” isn’t what its column is about and stays out.
import-steps-named = No column names the steps: they are called as in “{ $name }”.
import-steps-as-stages = No column names the steps: they are called as their stages.
import-beside-steps = Cards beside all steps went into the tray: { $n }.
import-in-tray = Cards without a place went into the tray: { $n }.
import-no-phase = “{ $name }” would be a fourth phase; its stages have none.
import-stage-phase-order = The phase of the stage “{ $stage }” would be out of order; it has none.
import-too-many-things = There is more than a map can be worked with: { $most } were read and the rest stays out.
import-sheet-left = The sheet “{ $name }” wasn’t read.
import-differs-grid = The grid says “{ $grid }”, its list “{ $list }”: what the grid says was taken.
import-differs-list = The grid says “{ $grid }”, its list “{ $list }”: what the list says was taken, because that was changed.
import-felt-grid = { $step }, { $persona }: { $grid } in the grid, { $list } in the list of scores. The grid’s was taken.
import-felt-list = { $step }, { $persona }: { $grid } in the grid, { $list } in the list of scores. The list’s was taken, because that was changed.
import-felt-measured = { $score } (measured, n = { $n })
import-renamed = “{ $before }” is called “{ $now }” in the grid. What the lists say of it is kept under the new name.
import-step-gone = The lists name the step “{ $name }”, but the grid doesn’t have it: it stays out, and so does what they say of it.
import-lane-gone = The lists name the lane “{ $name }”, but the grid doesn’t have it: it stays out with its cards.
import-only-listed = “{ $text }” stands in a list only, not in the grid. It came in all the same; if it was deleted in the grid, delete it here too.
import-no-step = “{ $text }” is listed at the step “{ $step }”, which the grid doesn’t have: it went into the tray.
import-scale = Scores were read on the scale { $worst } (worst) to { $best } (best).
import-scale-doubtful = Scores were read on the scale { $worst } (worst) to { $best } (best). All of them are small, so they may be bad marks of another scale, such as 1 to 5: look at them, and choose the scale when matching.
import-somebody = Nobody is named beside the scores: they are those of “{ $name }”, a persona that was added for them.
import-notes-headings = Notes that stand above the others, one a column, name stages or steps: { $n }.
import-error-cells = Cells that hold an error of the spreadsheet, such as #DIV/0!, stay out: { $n }.
import-usual-lanes = No lanes are named: the usual ones were added, empty.
import-is-reply = This is a reply to a page that was sent out, not a map. Drop it on the map that it answers; on the command line, name that map with --map.
import-is-map = This is a Wayfelt map already. Give it a name that ends in .ron and open it.
import-is-page = This is a web page or a picture, not a journey as text. Copy the text itself, or save its tables as .csv or .xlsx.
import-is-data = JSON can’t be imported. Save the data as a table (.csv or .xlsx).
import-is-own-markdown = Markdown that Wayfelt writes is for reading and doesn’t hold a whole map. Take the map itself (.ron or .wayfelt), or its .xlsx or .csv.
markdown-tray = In the tray
import-came-along = The list “{ $name }” beside the file came along.
import-came-in = { $stages ->
    [one] One stage
   *[other] { $stages } stages
} · { $steps ->
    [one] one step
   *[other] { $steps } steps
} · { $lanes ->
    [one] one lane
   *[other] { $lanes } lanes
} · { $cards ->
    [0] no cards
    [one] one card
   *[other] { $cards } cards
} · { $scores ->
    [0] no scores
    [one] one score
   *[other] { $scores } scores
}
import-came-in-tray = · { $n } in the tray
list-lanes = Lanes
list-column-lane = Lane
list-column-lane-kind = Kind
list-column-lane-hidden = Hidden
table-title = Import a table
table-form = The table is
table-form-grid = A grid
table-form-list = A list
table-form-grid-about = Stages and steps in the top rows, lanes in the first column.
table-form-list-about = A row for each step, card or sticky note.
table-rows = Rows
table-columns = Columns
table-colors = Colours of notes
table-row-part = What the row “{ $name }” is
table-column-part = What the column “{ $name }” is
table-color-part = What “{ $name }” notes are
table-part-nothing = Leave out
table-part-stages = Names of stages
table-part-steps = Names of steps
table-part-lane = Lane: { $lane }
table-part-phase = Phase
table-part-stage = Stage
table-part-step = Step
table-part-text = Text of the card
table-part-lane-name = Name of the lane
table-part-color = Colour of the note
table-part-across = Position across (x)
table-part-down = Position down (y)
table-part-persona = Persona
table-part-owner = Owner
table-part-notes = Notes
table-part-severity = Severity (1–5)
table-part-channel = Channel of the touchpoint
table-part-share = Share of customers
table-part-impact = Impact (1–5)
table-part-effort = Effort (1–5)
table-part-moment = Moment of truth
table-scale = Scores from worst to best
table-scale-none = No scores
table-scale-range = { $worst } … { $best }
table-preview = What will be imported
table-notes = Not plain, or left out
table-nothing = Nothing comes in yet. Match a row or a column.
matching-kept = How you matched “{ $name }” is kept until Wayfelt is closed: open the file again to go on.
table-go = Import
table-picture = Picture of the map that will come of it
table-path-save = Save the matching
table-path-load = Open a matching
table-mapping-file = table-matching.ron
table-answers = These are survey answers…
cli-import-table-mapping = How a table’s rows and columns are matched, or those of a survey; without it they are guessed, or as the map keeps them
## Replies in the window

replies-count = { $n ->
    [one] One reply
   *[other] { $count } replies
}
replies-more-refused = … and { $count } more that can't be taken in.
replies-no-map = Open the map that was answered first, then drop the reply again.
replies-open-map = Open that map first, then drop the reply again.
inspector-readers = Readers of the page
inspector-readers-all = Who said what
inspector-readers-score = { $value } on average, n = { $n }
inspector-readers-banded = { $value } on average, n = { $n }, 95% band { $low } to { $high }
inspector-readers-votes = { $n ->
    [one] One reader votes for it
   *[other] { $count } readers vote for it
}
inspector-readers-vote = votes for it
inspector-replies = Replies of readers
inspector-replies-about = What readers of the web page sent back. It stands beside what the team believes and what customers answered, and is never mixed with either. Drop reply files on the window to add more.
inspector-replies-gone = Of what is no longer on the map
## Sheets of paper

contents-map = The map
contents-actions = Action list
contents-grid = Blank grid for a workshop
actions-title = Action list
notes-title = Notes
actions-how-bad = How bad
actions-owner = Owner
actions-others = Other opportunities
actions-none = No pain points and no opportunities yet.
sheet-mark = { $here } of { $last }
import-table-nothing = No row or column of this table is known as part of a journey, so nothing came in. In the window they can be matched; on the command line with --write-mapping and --mapping.
