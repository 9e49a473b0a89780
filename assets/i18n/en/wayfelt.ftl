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


## The command line


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
inspector-map = Map
inspector-title = Title
inspector-scenario = Scenario
inspector-language = Language of the map
inspector-state = Journey
inspector-date = Date
inspector-theme = Theme of exports
inspector-theme-light = Light
inspector-theme-dark = Dark
inspector-none = None
inspector-business = Business
inspector-business-model = Business model
inspector-business-stage = Stage of the business
inspector-omtm = The one metric that matters
inspector-omtm-name = Name of the metric
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
inspector-direction = Better is
direction-up = Higher
direction-down = Lower
inspector-baseline = Baseline
inspector-value = Now
inspector-target = Target
inspector-persona = Persona
inspector-description = Age, occupation
inspector-roles = Roles
inspector-goal = Goal
inspector-quote = Quote
inspector-segment = Segment
inspector-color-label = Colour
inspector-color-none = Usual colour
inspector-color = Colour { $place }
inspector-profile = Profile
inspector-new-field = Name of a new field
inspector-add-named = Add “{ $name }”
inspector-remove-field = Remove the field “{ $name }”
profile-age = Age
profile-occupation = Occupation
profile-place = Place
profile-devices = Devices
profile-motives = Motives
profile-worries = Worries
inspector-stage = Stage
inspector-expected-touchpoints = Touchpoints there should be
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
inspector-lane = Lane
inspector-lane-kind = What it is about
inspector-lane-kind-about = Cards keep their words when the kind changes; what only the old kind knows is lost.
inspector-height = Least height
inspector-collapsed = Collapsed
inspector-hidden = Hidden
inspector-locked = Locked
inspector-in-tray = In the tray, not yet on the map
inspector-text = Words
inspector-text-touchpoint = Words; empty shows the channel
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
inspector-remove = Remove “{ $name }”
inspector-more = More
inspector-span = Spans until
inspector-span-none = Only its own step
inspector-links = Links
inspector-link-label = Words of the link to “{ $name }”
inspector-link-hint = words of the link
inspector-add-link = Link to a card nearby
inspector-votes = Votes
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
inspector-progress = State
inspector-due = Due
inspector-importance = Importance to the customer, 0–10
inspector-opportunity-score = Opportunity score { $score } of 20 (Ulwick): importance + what satisfaction lacks of it
inspector-answers = Answers
inspector-add-answer = Add a pain point
inspector-image-file = File name
inspector-image-alternative = What the picture shows
inspector-touchpoint-state = State
inspector-service = Served by
inspector-personalised = Personalised: treated as a person, not a number
inspector-repeats = The customer repeats what was said before
inspector-said-first = Said first at
inspector-channel = Channel
inspector-channel-none = No channel
inspector-channel-search = Search channels
inspector-channel-add = Add the channel “{ $name }”
inspector-many = { $count } cards
inspector-remove-cards = Delete { $count } cards


## Insights and plots


# The panels' words in this section.

plot-emotion = Emotion
plot-emotion-about = score per step · solid: validated, dashed: hypothesis
plot-pain-points = Pain points
plot-pain-points-about = severity × customers affected · area: priority
plot-priorities = Priority
plot-priorities-about = with its running share · strong: the first 80%
plot-axis-steps = step
plot-axis-score = score, −2…+2
plot-axis-affected = customers affected, %
plot-axis-severity = severity, 1–5
plot-axis-priority = priority, 0–10
plot-running-share = running share, %
plot-score-banded = { $value }, measured, n = { $n }, 95% band { $low } to { $high }
plot-score-measured = { $value }, measured, n = { $n }
plot-score-believed = { $value }, believed by the team
plot-validated = Validated
plot-hypothesis = Hypothesis
plot-lowest = The lowest point of the journey
plot-pain-figures = Severity { $severity } of 5, { $share } of customers affected
plot-pain-priority = Priority { $priority } = severity { $severity } × { $share }
plot-pain-doubled = Priority { $priority } = severity { $severity } × { $share } × 2, a moment of truth counts double
plot-pain-running = The worst { $rank } make { $share } of all priorities
insights-which = Plots
insights-no-scores = No scores yet. Move to a cell of the emotion lane and press 1 to 5: 1 is very bad, 5 is very good.
insights-no-pain = No pain point is rated yet. Select one and set its severity and the share of customers affected, or type both into its cell: Money taken !5 18%
insights-rate = Rate “{ $name }”
