"""Somebody's body, life, trade or home told politely in English: seven months gone, splitting up, the pilot on our landing. Data."""

from typing import Final

from generator.disclosure.scan.words.patterns import words

_KIN: Final = words(
    "husband wife partner boyfriend girlfriend dad mum mom father mother son daughter brother sister gran grandma grandpa granny nan grandad fiancé fiance fiancee uncle aunt"
)
_COUNT: Final = words("two three four five six seven eight nine ten")
_TRADES: Final = words(
    "teacher tutor pianist violinist drummer singer musician judge lawyer solicitor barrister pilot stewardess steward hostess nurse doctor surgeon dentist vet professor lecturer policeman policewoman detective officer soldier sailor captain driver trucker courier chef cook baker butcher fishmonger hairdresser barber tailor streamer influencer blogger youtuber dj actor actress model dancer painter artist writer journalist reporter presenter weatherman weathergirl midwife carer undertaker priest pastor monk imam fireman firefighter paramedic accountant banker engineer programmer coder electrician plumber carpenter welder mechanic masseuse psychic bookie estate-agent diplomat footballer coach"
)
_NEAR: Final = r"(?:upstairs|downstairs|next door|opposite|across the (?:hall|landing|corridor|way)|above|below|on (?:my|our|the|this) (?:landing|floor|corridor|stair)|in the (?:corner|end|top) (?:flat|house|unit)|two (?:doors|floors) (?:down|up|along)|on the \w+ floor)"

HEALTH: Final = (
    r"\b(?:sees?|seeing|saw|visit(?:s|ing)?) (?:a|an|my|her|his|the) (?:psychiatrist|psychologist|therapist|counsell?or|shrink|specialist|oncologist|cardiologist|neurologist|midwife|physio\w*|consultant)\b",
    rf"\b(?:{_COUNT}|[2-9]) months gone\b|\bexpecting\b(?= (?:in|again|any|soon|twins)|[.,;]|$)|\bdue (?:any day|soon|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b|\bin the family way\b",
    r"\b(?:bad|weak|poor|dodgy|gammy|poorly|failing) (?:chest|nerves?|balance|feet|joints?|hands?|bladder|stomach|ears?|bones|memory|circulation|sight|eyesight|health|lungs?|head|neck|leg)\b",
    r"\btest(?:ed|ing|s) positive\b|\b(?:self-?)?isolat(?:ing|ion)\b(?! (?:valve|switch|joint))|\bin quarantine\b|\bhears? voices\b|\bsees things\b|\bnot (?:quite |all )?(?:right in the head|all there|herself|himself)\b",
    rf"\b(?:i|he|she|grandfather|grandmother|neighbou?r|{_KIN}) (?:really |just |now |still )?(?:can'?t|cannot|can not|can no longer|couldn't|could not|unable to|not able to|struggles? to|struggles? with|too weak to|finds? it hard to) (?:manage|climb|do|face|cope with|take|use|get up|get down|go up|go down)?(?: ?(?:the|any|these|those|so many))? ?(?:stairs|steps)\b|\bstairs (?:are|is) (?:too much|hard|difficult|beyond) (?:for|at)\b",
    r"\b(?:does not|doesn't|didn't|cannot|can't|won't|never) (?:speak|talk|communicate)\b(?! (?:to|with|for|about|up|english|chinese|mandarin))|\bnon-?verbal\b|\bpanics? (?:at|when)\b|\bmelt-?downs?\b|\b(?:special|additional|complex) needs\b|\blearning (?:difficult|disab)\w+|\bon the spectrum\b|\bneurodiver\w+",
    rf"\b(?:he|she|i|{_KIN}|grandfather|grandmother|neighbou?r) (?:often |sometimes |now |always )?(?:forgets? (?:where|who|which|what day|the way|his|her|things)|gets? (?:lost|muddled)|is (?:forgetful|confused|muddled))\b|\bgets? lost (?:in|on) (?:his|her) own\b|\bwander(?:s|ed)?\b(?=[.,;!?]|$| at| off| the corridor)",
    r"\bon (?:tablets|pills|strong tablets|the waiting list for)\b|\b(?:trouble|problems?) with (?:my|his|her) (?:heart|lungs?|back|knees?|hips?|legs?|eyes?|ears?|hearing|balance|kidneys?|nerves|memory|breathing)\b|\b(?:has|have|had|having) fits\b|\bon the (?:sick|dole)\b|\boff sick\b|\bsigned off\b|\bunwell\b|\bpoorly\b|\bunder the doctor\b|\bhot flushes\b|\b(?:an?|his|her|my) op\b|\b(?:my|his|her) (?:\w+ )?(?:scan|test) results\b|\bside effects\b|\bnight terrors\b|\bblood thinners\b|\ba (?:new|false|plastic|metal) (?:hip|knee|leg|valve|eye|arm|hand|foot)\b",
)
"""Health as neighbours say it who would rather not say it."""

FAMILY: Final = (
    rf"\b(?:my|his|her|our|their|the) (?:late |ex-?|then )?{_KIN} (?:has |had |just |finally |suddenly )?(?:left|went|walked|moved|ran off|packed)(?= (?:in|last|this|back|us|me|home|out|away|for (?:good|another)|two|three|a (?:year|month|week|few)|after|years?|months?)|[.,;]|$)",
    r"\bsplit(?:ting)? up\b|\b(?:broke|broken|breaking) up (?:with|in|last|after)\b|\bgetting (?:a )?divorced?\b|\bwe(?:'ve| have)? separated\b|\b(?:moved? out on me|walked out on)\b|\bnot (?:speaking|talking) to (?:my|his|her|our)\b|\bfell out with (?:my|his|her|our)\b",
    r"\bburied (?:my|our|her|his|their)\b|\b(?:the|his|her|my) wake\b|\bscatter\w* (?:his|her|the) ashes\b|\b(?:he|she|dad|mum|mom|gran|father|mother|husband|wife) passed (?=last|in (?!through)|on (?:mon|tues|wednes|thurs|fri|satur|sun)|this|[.,;])|\b(?:he|she|dad|mum|mom|gran|father|mother|husband|wife) is no longer with us\b|\bsince (?:he|she|my \w+) (?:died|passed|went)\b",
    rf"\b(?:i|he|she|we|{_KIN}) (?:was|were|got|have been|has been|had been|am being) (?:let go|laid off|sacked|fired|given notice at work)\b|\bgot the sack\b|\bmy (?:firm|company|shop|business|restaurant) (?:closed|folded|collapsed|went under|went bust|failed)\b|\bno (?:income|wages|pay)\b|\bwages? (?:have not|haven't|has not|were not) (?:been )?(?:paid|come)\b|\bi (?:cannot|can't|can not|could not|couldn't) afford\b|\bbailiffs?\b|\brepossess\w+|\bdebt collectors?\b|\bloan sharks?\b|\bpawn\w*\b",
    r"\b(?:just )?had (?:our|my|her|another) (?:first|second|third|fourth|little one|baby|boy|girl|twins)\b|\b(?:second|third|new) (?:one|baby|child) (?:is )?on the way\b|\bgetting married\b|\bengaged to\b|\bour wedding\b|\bmy wedding\b|\bproposed to\b",
    r"\bpolice (?:\w+ )?(?:took|led|dragged|came for|raided|arrested|carted)\b(?! (?:a |the )?(?:report|statement|note|number|details))|\b(?:man|woman|boy|neighbou?r|tenant|son|husband) (?:was|got|has been) (?:arrested|taken away|led away|locked up)\b|\b(?:just )?(?:got|came) out of (?:jail|prison|inside)\b|\bin trouble with the (?:police|law)\b|\binside for (?:\w+) (?:years|months)\b|\bdoing time\b|\bon a tag\b|\bpolice (?:were|was|came|went|have been|are) (?:\w+ ){0,2}(?:at|to|in) (?:the |that |their )?(?:flat|house|neighbou?rs?|family|door next)|\bdrinks(?= (?:heavily|too much|all day|every)|[.,;]|$)",
    r"\b(?:fly|flies|flying) long-?haul\b|\blong-?haul\b|\bcabin crew\b|(?<!the )\bnight shifts?\b|\bshift work(?:er)?\b|\b(?:i|he|she|husband|wife|son|daughter|partner) (?:work(?:s|ed)? (?:as|for|nights|shifts|offshore|at sea|on the (?:railway|buses|rigs|trains|ships))|drives? (?:a )?(?:\w+ )?(?:taxi|cab|lorry|truck|bus|uber|tram|train)s?|teach(?:es)?|nurses?|serves? in|play(?:s)? (?:in an? )?(?:orchestra|band)|deliver(?:s)? (?:food|parcels|babies)|(?:run|own)s? an? (?:shop|bar|restaurant|salon|clinic|firm|school|nursery|studio|bakery|law))\b",
    r"\bturn(?:s|ed|ing)? (?:forty|fifty|sixty|seventy|eighty|ninety|(?:[4-9][0-9])(?! (?:degrees|percent|pages)))\b|\bmy (?:[a-z]+ )?birthday\b|\b(?:his|her|our \w+'s) (?:\w+ )?birthday\b|\b(?:nearly|almost|over|past|pushing|well into (?:my|his|her)) (?:sixty|seventy|eighty|ninety|(?:six|seven|eight|nine)ties)\b|\bramadan\b|\b(?:our|my) (?:church|mosque|temple)\b",
    r"\b(?:she|he|they|wife|husband|family|couple|tenants?) (?:is|are|comes?|came) (?:originally )?from (?:vietnam|india|russia|ukraine|africa|nigeria|korea|japan|thailand|the philippines|myanmar|pakistan|nepal|france|germany|america|england|brazil|iran|turkey)\b|\b(?:the|a|that) (?:vietnamese|indian|russian|ukrainian|african|nigerian|korean|japanese|thai|filipino|burmese|pakistani|nepalese|french|german|american|english|british|brazilian|iranian|turkish|foreign) (?:family|couple|man|woman|guy|lady|tenants?|students?|girls?|boys?|wife|husband|neighbou?rs?)\b",
)
"""Family, means, past, work, age and origin as neighbours say them."""

TRADES: Final = (
    rf"\b(?:the|that|an?|our|some) (?:[a-z]+ )?{_TRADES} (?:who lives )?{_NEAR}(?![a-z])",
    rf"\b(?:i'm|i am|(?:he|she|neighbou?r|man|woman|lady|guy|girl|tenant|{_KIN})(?: {_NEAR})?,? (?:is|was)) (?:now |still |just )?an? (?:\w+ )?{_TRADES}\b",
)
"""A neighbour by what she does."""

HOMES: Final = (
    r"\b(?:lady|man|woman|guy|people|person|neighbou?rs?|family|couple|flat|kids?|girl|boy) (?:one|two|three|four|five) (?:floors|doors|flats|houses) (?:up|down|along|above|below|away)\b|\b(?:family|people|flat|house|couple|man|woman|neighbou?rs?) at the (?:end|top|bottom|back) of (?:the|our|my) (?:corridor|hall|hallway|landing|row|street|lane|path|terrace|passage|stairs|building|block)\b|\b(?:man|woman|guy|lady|girl|boy|couple|family|old man|old lady) (?:above|below|under|over|beside|opposite|behind) (?:me|us|mine|ours|my|our)\b",
    r"\b(?:the )?(?:people|person|guy|man|woman|family|couple|neighbou?rs?|lot|lady|kids?|tenants?|flat|one|students?) (?:right|directly|just|immediately|straight) (?:above|below|over|under|opposite|beside|next to|across)\b",
    r"\bthe (?:only|one) (?:flat|house|home|family|door|balcony|tenant|owner|household|apartment|unit|one|couple|villa|garden) (?:on|in|with|that|who|which|here|still|left)\b",
    r"\b(?:corner|end|last|first|middle|garden|basement) (?:flat|house|unit|apartment|villa)\b|\b(?:first|second|third|last) door on the (?:left|right)\b|\bpenthouse\b|\bduplex\b",
    r"\b(?:flat|house|apartment|unit|home|people|family|villa) (?:next to|opposite|above|below|beside|behind|over|by|facing) the \w+",
    r"\b(?:flat|house|apartment|home|villa|balcony|family|people) with (?:the|a|an|all the|those) (?:\w+ ){0,2}(?:door|balcony|curtains?|lantern|gnomes?|garden|roses?|flags?|cat|dog|parrot|piano|bell|sign|window boxes|plants|blinds|greenhouse|lights|flowers|hedge|gate|shutters?|fence|roof|porch|walls?|pond|pool|scooter|motorbike|tattoos?|beard|accent)\b",
    r"\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty[- ](?:one|two|three|four|five|six|seven|eight|nine)[- ]oh[- ]\w+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty)[- ](?:oh|o)[- ](?:one|two|three|four|five|six|seven|eight|nine)\b",
)
"""A home by where it lies, by what is before its door, or by its number in words."""

LOOKS: Final = (
    r"\b(?:the|that|your) (?:tall|short|young|fat|thin|bald|bearded|blonde?|red-haired|grey-haired|grumpy|female|male|foreign|skinny) (?:\w+ )?(?:guard|cleaner|receptionist|manager|porter|gardener|concierge|technician|plumber|electrician|doorman|security (?:man|guard)|caretaker|handyman)\b",
    r"\b(?:guard|cleaner|receptionist|manager|porter|gardener|concierge|technician|doorman|caretaker|handyman|woman|man|lady|guy) (?:with|who has|in) (?:the |a |an )?(?:\w+ ){0,2}(?:hair|beard|glasses|moustache|mustache|accent|tattoos?|limp|ponytail|earrings?|cap|dreadlocks|scar)\b",
    r"\b(?:owner|man|woman|lady|guy|girl|boy) (?:of|with) (?:the|that|those|three|two) (?:\w+ )?(?:parrot|husk(?:y|ies)|poodles?|alsatian|labrador|golden retriever|corgis?|mastiff|ferrari|porsche|tesla|bmw|mercedes|audi|jaguar|bentley|beetle|harley)\b|\b(?:the|that) (?:red|blue|green|yellow|black|white|silver|grey|gold|pink|orange|purple) (?:ferrari|porsche|tesla|bmw|mercedes|audi|jaguar|bentley|beetle|harley|lexus)\b",
)
"""An employee by her looks, an owner by what she keeps."""

CALLED: Final = (
    r"\b(?:we|everyone|everybody|people|the kids|residents|neighbou?rs) all calls? (?:him |her |them )?(?!for\b|the\b|this\b|on\b|it\b)\w+",
    r"\b(?:everyone|everybody|the kids) (?:here )?calls? (?:him|her) \w+|\b(?:known to (?:us|everyone|all) as|nicknamed|goes by(?: the name)?(?: of)?|answers to) (?!then\b)\w+",
)
"""What everyone calls somebody."""

MOMENTS: Final = (
    r"\b(?:on |last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: night| morning| evening)?,? (?:at |around |about |just )(?:(?:about|around|after|before) )?(?:half past |quarter past |quarter to |(?:ten|five|twenty) (?:past|to) )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|midnight)\b(?=[^.;!?]{0,40}\b(?:i|my|me|she|he)\b)",
)
"""A weekday with a time in words, of somebody who tells of herself."""
