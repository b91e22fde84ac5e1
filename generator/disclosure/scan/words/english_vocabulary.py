"""Further ordinary English words, as property companies use them in notices and answers. Data for `english`.

Collected from the wording and the standards this portal itself publishes, in lower case, so that no name is in it.
"""

from typing import Final

from generator.disclosure.scan.words.patterns import word_set

VOCABULARY: Final = word_set(
    """
stair escalator boiler fan riser landing carport booth station depot storeroom pavilion gazebo sandpit slide swing sauna studio clubhouse restroom washroom cabinet tank
switchboard inverter circuit feeder substation culvert compactor assembly charter invoice levy reserve ballot quorum proxy agenda resolution shuttle metro regatta marathon workshop
seminar lecture bazaar concert choir chess football volleyball yoga pilates zumba calligraphy painting pottery origami robotics scouts tai chi ivy
ebike ebikes durian durians lychee lychees longan longans pomelo pomelos mooncake mooncakes
guides guiding protection protections shed sheds sump sumps
absent absolute accept acceptance accepted access accessibility accessible accountable accounting ack acknowledge
acknowledged acknowledgement acting action active address addresses administrator adopt adopted adversary advertising
advice advisories advisory affected age alive altered alternatives analysis anchor anew anonymisation anonymise
anonymised anonymous answering anti anywhere apologised appear append applicable apply approach approval approver
architecture argument arrival arrive arrived asking assert assessment assets assign assigned atomic attachment
attacker attempt attitude attributes audience author autoescape automatic backup badge balance band banner bare base
based baseline basis batch batches become behalf behaviour belong benchmark better binary bit blank blocking board
bodies body bold bookmarked boundary bounded bounds brackets branch browser build builder built bullets burst business
busy button cache cached caching calendar caller calling cap caption care carries carrying categories category cell
certificate chain changing channel character chars chart cheap checker checking choice choose chosen circumstances
classification classified classify cleared click client clock closest colour column combining command comment commit
compare compared complainant complementary completeness completion complex compromise computed computer concerns
conclusion concrete condition configurable confirming connection consent considered consistency consistent console
constants content context continuous contrast contribution control controlled cookie core corrected correction count
counted counting coverage create danger dashboard dashed dashes dated datetime dead deadline dealt decide decided
decision declared decode decoded decoding decoys decreed default definition delete deleted deletion demo denominator
deny dependencies dependency depth derivable derived design desktop deterministic developers diagram differ different
digest digit direct direction directly directory disable disagree disclose disclosed disclosure discussion disk
dispatch dissatisfaction distinct domain double download downloadable draft draw drawn drift duplicate durability
durable duties earlier edges edit editable editing editor effect elder else elsewhere embeds emits employee encoding
encrypted encryption engine engineering enough enter entities entries equal erased error escalate escalated escaped
escapes evaluation event everywhere evidence exact exception excess excluded exist existing expect expected expired
explain explained export extended extending extension extent external eye facilities factor facts fail failed failing
failure fairly fallback far fatal fault feasible feature feed fetch fetches fill filled filter filtered finding fine
firm fit fixtures flag flagged flow focus folded folder folding font footer force foreign format formula fraction
fragments framework freeze frequent fresh frozen fully function future gap gems generated generic ghost gifts global
glossary grammar greenery growing grows growth guess guide hand handed handle handled handler handling happen happened
harmless head header heading hidden hide highest hint history hollow horizontal host hourly housing hypothesis idea
identifiers identify identity idle ignore ignored image immutable import importing inbox incl included inclusion
incremental increments independence independent index indication indirect inert inject injected injection inline inner
input inquiries instructed intake internal interval invalid invented investigate investigation invisible involved
italic iterations itself job joint journey judged justified keeping kill label labelled lack lag landline landmark
lands language larger largest lasting layer layout lead leaf leaked leap learns leaving ledger leftovers legend length
leniency lest levelled libraries licence lies life like linear link linked listed listens listing literal loads log
logged login longer looking lookup loop loopback lose mailed manage mandatory manner manual map mapping margin marked
markers marketing markup match matches matrix mature mean meaning meant measured median mediation medium memory mended
merge merged message metadata method middle minimum mirror mirrored missed missing mistyped mixed mobile mode model
moderation module monitoring moving naive name named naming narrow navigation nearest needed negative neutral newer
newest none normalised notation nowhere numbered numerator object objected objection observed official offline offset
operation operator opinion option optional ordinary origin original outbox outcome outline output overdue overwrite
pair palette paper paragraph parallel parent part partial particulars parties partly party passed password past paste
patterns pause paused peer pending perfect performance periodic permissions permitted personal photo picture pinned
pins pipeline pitfalls place plain planting plus point polite popups port portal positive posted poster practice
praised precision prefix prefixed present press preview primary print printable printed privacy procedure process
processes processor production profile programs progress project promise promised proof proposed protected protocol
prototype prove provisional publication publish published publishes publishing punctuation pure quality quarrel
queries query questioned questionnaire queue quieter quota quoted raise raised ran random randomness range rarely
rated rating ratios raw read readable reader reading rebuilds rebuilt recall receipt rechecked recipients reclassify
recognisable recognise recognised recommended recompute reconsider recorded recoverable recovered rectify redaction
redirect reference reflected refusal refuse refused register registered registration regularly rejected rejects
relative release released reload rely remedy remit remote rename render rendered renew reopen reopened repeat repeated
replacing replanted replay reporter reporting repository reproduced requirements research reset respect responding
responsible responsive rest restart restore restored resumed retention retire retry returning reuse review reviewed
reviewer revision rewrite rewritten rising risk robots role root roster rotated rotation rounded rounding routine row
sample save saved saving scale scan scheme scope score screen screenshot scroll seal sealed sealing search secondary
secret seed selectable sending sense sensitive sentence separate separately separators sequential serial series served
server serves serviced session setting settled shape shards sheet shipped ships shorten shortlist siblings sign
signals signature signing silence silent silently simulated single site size skipped slot smaller social soft solved
source spaced spam span specification spellings spent split spool stable staffing stage staged stale stamp stated
statement stats status statutory stock stored straight strategies strict strictly strip stripped strongest struck
stuck style submission submit subtitle subtraction success suggest sum summaries summary supervision support supported
suppression sure surname surrogate survive swap tabs tag tampered target tariff template terms text theme things
thread threat threshold thumbnail tick tied timed timeline timing tiny title torn touch touches track tracked tracking
traditional trailing trained transitions translated transparency trapped treated treats trend trial trivial truncation
trust trusted unaltered unchanged underscores understood undo undone unexpected union unique unknown unlisted unmet
untouched untrusted unusable unused unusually update updated upgrade upheld upload urgencies urgency usable user using
usual valid validate validation value variable variant verbatim verbs verified verifies verify view violations visible
visibly voids waiting warn warning watches way weak web weight wheel whole width wins withdraw withdrawal withdrawn
withdrew withheld withhold withholding witnesses wording workdays workflow working world worn worse worth write writer
writing written wrongly wrote yourself zero
blue red orange golden bar bars string node script human sub burst blockage blocked clogged rusty rust corrosion corroded crack cracked cracks loose loosened tighten tightened
rewired rewiring insulated insulation plaster plastered repaint repainted sealed waterproof waterproofing leakage seepage sewer manhole manholes gutter gutters pavement pothole potholes
skip skips compost fountain kiosk shelter shelters awning awnings umbrella ladder ladders scaffold scaffolding crane hoist ventilation extractor exhaust odour odor stench dust dusty mould mold damp
drying laundry balcony hallway stairway stairwells banister railing railings handrail handrails bulb bulbs fuse fuses breaker breakers outage outages blackout surge voltage overload overloaded
reset rebooted recalibrated calibrated lubricated greased bearing bearings belt belts motor motors valve valves hose hoses hydrant hydrants sprinkler sprinklers extinguisher extinguishers alarm alarms
whilst despite albeit throughout alongside amid prior afterwards beforehand anytime overnight nightly hourly fortnight fortnightly
politely kindly warmly patiently rudely loudly repeatedly thoroughly partially wholly jointly separately clearly openly fully duly mutual mutually
shouting swearing arguing argument quarrelling quarreling fighting banging stamping stomping hammering jumping dragging moving barking howling crying
thankful grateful pleased disappointed annoyed worried concerned upset embarrassed polite rude helpful friendly attentive patient punctual professional efficient careless unhelpful
letterbox mailbox doormat shoe shoes rack racks carton cartons cardboard clutter obstacle obstacles obstruction obstructed obstruct cigarette cigarettes butt butts spit spitting urine faeces feces poop
sunbathing skating cycling jogging dancing singing karaoke mahjong barbecues gathering gatherings wedding birthday lantern lanterns decorations
motion sensor sensors timer timers remote wireless router broadband signal antenna satellite solar panel rooftop skylight chimney
bitumen facade façade mould odour treadmill kudos hotpot bylaw bylaws pls asap ok nanny flatmate wifi email emails bought lent borrowed returned exchanged swapped donated raised
abuse alike amuse anger angle arise arouse aside awake aware banana bandage bushier canoe chase cheese cheque chime
cite citizen cue cute dare daze debate deer defence defense delude demise demote denature derange dime disuse douse
dune ease eke elite elude endanger endure engage ensue ensure entangle entire era erase erode exude facile fade fake
fame famine fancier fanfare fate faze foliage fore foreman foremen fume futile game gaze gene genera genre gentile
gouge guile guise gunge hanger hate haze hen huge humane hunger jute kangaroo keen keener lease leer legume leisure
liken lime linger lingo linkage lousier louse lunge lure magenta maize mandate mange manger mangle mango mania manure
maxima maze media mediate memo menu mere meridian mile mime mingle misuse mite mole moose mouse mousier mule muse
mushier mutate mute nature niche nude ooze opaque ore oxide pale panda pane patio pie pile pine pique poke pole polio
pore pose puke punier puree quake queen queer quote rebate recite refuge refute remake renege repose reroute resale
reside resume retina rinse ripe rouge route safari sage sake sale sane saner sea secure sedate seer serene shade
shadier shake shaken sheen sheer shelve shinier siege silver simile suite suicide sundae sunken sunnier sunrise tale
tame tangle tea tease teen tenure tide tidier tie tier tinge tingle tinier tire toucan tune tuner wade wage wake
waxier woke
arrestor contactor contactors penstock penstocks desilting desilted coliform busbar busbars isolator isolators luminaire luminaires genset gensets thermograph thermography megger milliamp
travelator autodialler maglock maglocks mortice soffit soffits purlin purlins spandrel spalling spalled shotcrete travertine delineator bagworm bagworms anthracnose osmanthus photinia loquat
strimmer strimmers rodenticide intumescent wayfinding ping-pong jacuzzi qigong zongzi tangyuan telematics geofence chatbot webpage webform captcha uptime thermocouple calorifier calorifiers kilogramme ppm ppb
thx thks tks plz tbh btw fyi eta
koi megohm megohms kilohm kilohms rambutan rambutans mangosteen mangosteens papaya papayas wonton wontons congee baozi jiaozi kimchi sushi ramen shashlik biryani falafel wasabi cumin labrador labradors chihuahua chihuahuas pekinese akita shiba samoyed
siamese ragdoll skink skinks loach thrips lichen pyracantha nandina euonymus lagerstroemia plumeria cycad cycads ficus banyan banyans schefflera monstera pothos sedum sedums oboe tuba erhu guzheng suona cafe cafes café taichi frisbee frisbees segway segways gimbal
"""
)
