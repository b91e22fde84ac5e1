"""Ordinary English words, names, and what is capitalised without being a person. Data for `names_en`."""

from typing import Final

from generator.disclosure.scan.words.makes import MAKES
from generator.disclosure.scan.words.patterns import word_set

FIRST_NAMES: Final = word_set(
    """aaron abdul abigail adam adrian ahmed aisha alan albert alejandro alex alexander alexandra alexei alfred ali alice alicia alina alison allan amanda amber amelia amina amir amy ana anastasia andre andrea andreas andrei andrew andy angela angelina anil anita ann anna anne annie anthony anton antonio anya arthur asha ashley
    audrey barbara barry beatrice becky ben benjamin bernard bernie beth betty bianca bob bobby boris brandon brenda brian bridget bruce bruno bryan caleb cameron camila carl carla carlos carmen carol caroline carolyn catherine cathy cecilia celine charles charlie charlotte chloe chris christian christina christine christopher cindy claire clara claudia clement
    colin connie connor craig cynthia daisy daniel daniela danny darren dave david deborah debbie denise dennis derek diana diane diego dimitri dmitri dominic donald donna doris dorothy doug douglas duncan dylan eddie edgar edith edward edwin eileen elaine eleanor elena elias elijah elisa elizabeth ella ellen elliot emily emma emmanuel enrique eric erica erik erin ernest esther ethan
    eugene eva evan evelyn fabio fatima felicity felix fernando fiona florence frances francesca francis francisco fred freddie frederick gabriel gabriela gareth gary gavin gemma geoff geoffrey george georgia gerald gerard giulia gina giovanni glen gloria gordon graham greg gregory guillaume gustav hannah hans haruka harold harry hassan heather hector heidi helen helena henry herbert hilary hiroshi howard hugh hugo ian ibrahim
    igor imran ingrid irene irina isaac isabel isabella isla ivan ivy jack jackie jackson jacob jacqueline jake james jamie jan jane janet janice jared jasmine jason javier jay jean jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joanne joe joel johan johanna john johnny jonas jonathan jordan jorge jose joseph josh joshua joyce juan judith judy julia julian julie juliet justin kaitlyn karen karim karl kate
    katherine kathleen kathy katie kayla keith kelly ken kenji kenneth kenny kevin khalid kim kimberly kirsten klaus kumar kurt kyle lars laura lauren laurence lawrence leah lee leila leo leon leonard leslie lewis liam lillian linda lindsay lisa liz lloyd logan lois lola louis louise lucas lucia lucy luis luke lydia lynn mabel madison maggie mahmoud malcolm mandy manuel marco marcus margaret maria marie marilyn marina mario marion marjorie
    martha martin marta mary mateo mathew matt matthew maureen maurice max maxim megan mehmet melanie melissa mia michael michaela michel michelle miguel mike mikhail millie mohamed mohammed moira molly monica morgan muhammad nadia nancy naomi natalia natalie natasha nathan neil nelson nia nick nicholas nicola nicole nigel nikolai nina noah noor nora norman oleg oliver olivia olga omar oscar otto owen pablo pamela patel patricia patrick paul paula
    pauline pedro peggy penelope percy pete peter phil philip philippa phillip phoebe pierre pilar polly priya rachel rafael raj rajesh ralph ramon raymond rebecca reggie reza rhys richard rick ricky rita robert roberto robin rodney rodrigo roger roland ron ronald rosa rosalind rosemary rosie ross roxanne roy ruby rupert russell ruth ryan sabrina sally salma sam samantha samir samuel sandra sandy sanjay sara sarah sasha saul scott sean sebastian sergei
    sergio shane sharon sheila shirley sidney silvia simon simone sofia sonia sophia sophie stacey stan stanley stefan stella stephanie stephen steve steven stewart stuart sunita susan susie suzanne svetlana sven sybil sylvia takeshi tamara tania tanya tara tariq ted terence teresa terry thelma theo theodore theresa thomas tiffany tim timothy tina tobias toby todd tom tommy tony tracy trevor tristan tyler ursula valentina valerie vanessa vera
    veronica vicky victoria vincent viola violet virginia vivian vladimir walter wanda warren wayne wendy wesley wilfred william willie winston xavier yasmin yolanda youssef yuki yuri yusuf yvonne zachary zara zoe zoey olsen
    smith jones williams brown taylor davies evans johnson wilson roberts wright thompson robinson walker edwards hughes turner phillips cooper morris bailey harrison mitchell murphy anderson clarke baker carter harris fraser mackenzie macdonald o'brien o'connor o'neill sullivan kennedy fletcher hamilton garcia martinez rodriguez lopez hernandez gonzalez perez sanchez
    muller schmidt schneider fischer weber rossi ferrari bianchi dubois moreau laurent petrov ivanov novak kowalski jansen larsen hansen nielsen andersson johansson nakamura tanaka suzuki yamamoto watanabe sato takahashi singh sharma gupta khan hussain nguyen tran pham santos silva pereira oliveira kapoor mehta iyer reddy okafor mensah diallo haddad farrell solberg alvarez
    huang zhang wang chen liu zhao zhou wu xu zhu guo luo liang zheng xie tang feng yu cao peng zeng xiao tian pan yuan cai jiang ye cheng su wei ding ren lu yao shen cui tsang cheung wong chan leung lau kwok tam ng yip ho lam chow fung tsui yeung"""
)
WORD_NAMES: Final = word_set(
    """will mark bill may april june august rose grace hope joy faith frank rich art dean summer autumn lily pat sue rob chip dawn penny ray victor guy gene grant drew chase hunter miles wade dale glen cliff heath reed forest sky star crystal pearl jewel ginger olive violet iris holly jasmine daisy ivy amber ruby melody harmony
    destiny angel bella stella norm earl duke king prince bishop young long small white black green brown gray grey stone field wood hill brook banks ford marsh  love sunny lucky happy max buck bud jack nick don rusty sandy sonny skip wally trip trace rowan robin jay drake martin carol gale jean dick bob van gay lance rock mason carter cooper baker taylor walker turner page bell park
    candy cherry apple coco kiki dolly honey poppy precious junior march sunday song"""
)
COMMON: Final = word_set(
    """a an the this that these those it its it's he she they we you i i'm i've i'd i'll my your his her our their me him us them who whom whose which what when where why how there here and or but nor so yet if because although though while since until unless as than then also too very just only even still already again ever never always often sometimes usually
    not no yes please thanks thank dear hello hi kind regards best sincerely yours sorry welcome good bad great many much more most less least few fewer several some any all both each every either neither other another such same own one two three four five six seven eight nine ten eleven twelve hundred thousand first second third fourth fifth last next previous new old young big small long short high low large little early late
    in on at by for from to of with without within into onto over under above below between among through during before after about against across along around near off out up down per via upon towards toward behind beside besides beyond inside outside except despite due according regarding concerning following including
    is are was were be been being am has have had do does did done will would shall should can could may might must need needs let lets make makes made take takes took taken give gives gave given get gets got go goes went gone come comes came keep keeps kept put puts set sets see sees saw seen say says said tell tells told ask asks asked call calls called want wants wanted use uses used work works worked
    water lift lifts elevator elevators power light lights lamp lamps door doors gate gates garage car cars parking bike bikes scooter scooters charger chargers charging garden gardens lawn tree trees pool gym playground park road street stairs staircase stairwell corridor hallway lobby roof basement floor floors building buildings block blocks unit units tower room flat apartment house home homes villa estate community compound neighbourhood neighborhood neighbour neighbor neighbours neighbors
    noise smell smoke smoking rubbish garbage trash waste bin bins recycling litter leak leaks leaking pipe pipes drain drains drainage sewage pump pumps tap taps heating cooling air ac conditioner conditioning window windows wall walls ceiling tile tiles paint lock locks key keys card cards camera cameras cctv intercom doorbell fence barrier bollard ramp
    property service services management manager company office staff team guard guards security cleaner cleaners cleaning gardener plumber electrician engineer technician receptionist reception desk front counter owner owners resident residents tenant tenants landlord visitor visitors guest guests courier couriers delivery deliveries driver committee meeting vote voting survey notice notices announcement rule rules regulation regulations policy law contract agreement standard standards code article
    fee fees charge charges cost costs price prices bill bills payment payments refund refunds deposit money fund funds yuan income account accounts budget annual monthly weekly daily yearly quarterly month months week weeks day days hour hours minute minutes year years time times date dates today tomorrow yesterday tonight morning afternoon evening night nights noon midnight weekend weekends weekday weekdays holiday holidays
    spring summer autumn winter festival january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
    complaint complaints complain complained request requests report reports reported repair repairs repaired repairing fix fixed fixing replace replaced replacement install installed installation inspect inspected inspection inspections check checks checked test tests tested maintain maintained maintenance clean cleaned sweep swept wash washed trim trimmed plant planted water watered patrol patrols patrolled training drill drills improve improved improvement improvements measure measures result results response reply replies replied answer answers answered issue issues problem problems case cases matter matters question questions suggestion suggestions inquiry enquiry praise
    satisfaction satisfied unsatisfied dissatisfied happy unhappy angry average total number numbers rate rates percent percentage share figure figures data statistics quarter period half increase increased decrease decreased rise rose fell fall fallen drop dropped reduce reduced reach reached remain remains remained stand stood
    emergency emergencies urgent fire police ambulance hotline phone phones telephone call number line email e-mail website online app form forms code codes internet wifi network system systems platform record records file files document documents copy copies
    everyone everybody someone somebody anyone anybody nobody nothing something anything everything people person persons man men woman women boy girl child children kid kids baby adult adults elderly senior seniors student students family families couple husband wife mother father mum mom dad son daughter brother sister uncle aunt grandmother grandfather grandma grandpa friend friends
    dog dogs cat cats pet pets bird birds animal animals leash pigeon pigeons mosquito mosquitoes rat rats cockroach cockroaches pest
    open opens opened opening close closes closed closing start starts started begin begins began end ends ended finish finished complete completed stop stops stopped continue continues continued change changes changed move moved turn turned return returned send sent receive received bring brought carry carried hold held leave leaves left stay stayed wait waited meet met visit visited follow followed find found look looked show shows showed shown ask pay paid buy bought sell sold rent rented share shared join joined help helped avoid allow allowed prohibit prohibited forbid forbidden ban banned require required remind reminded inform informed notify notified contact contacted discuss discussed agree agreed confirm confirmed approve approved arrange arranged plan planned schedule scheduled provide provided offer offered add added remove removed cover covered cut hang hung park parked block blocked drive driving run running walk walking ride riding play playing sleep sleeping
    public private common shared main central north south east west left right upper lower ground top bottom side front rear back full empty half free available unavailable broken damaged faulty dirty wet dry hot cold warm cool loud quiet dark bright safe unsafe dangerous clear unclear fair unfair extra additional special general normal regular temporary permanent current recent latest final actual real true false wrong correct possible impossible necessary important serious minor major simple easy difficult hard fast slow quick soon late
    once twice however therefore moreover furthermore meanwhile otherwise instead perhaps maybe probably certainly surely really quite rather almost nearly exactly approximately together alone apart away ahead later ago now recently currently previously finally eventually immediately promptly quickly slowly carefully properly
    children's residents' owner's owner owners' women's day's week's year's month's neighbour's neighbor's company's manager's let's don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't cannot couldn't shouldn't haven't hasn't hadn't that's there's what's who's he's she's we're they're you're we've they've you've we'll they'll you'll it'll
    thank plate plates number work order orders repair bay bays space spaces ticket tickets pass passes entry exit entrance entrances exits lane lanes speed limit traffic vehicle vehicles van truck bus taxi motorbike motorcycle bicycle bicycles battery batteries
    hall centre center club library canteen shop shops store stores market school kindergarten hospital clinic bank post box parcel parcels locker lockers package packages mail letter letters newspaper
    flood flooding rain rainstorm storm typhoon snow ice wind weather temperature heat electricity gas meter meters cable cables wire wires switch switches socket panel panels generator transformer
    tell told shout shouted scream barking bark loud music piano drilling drill renovation decoration construction contractor contractors supplier suppliers vendor vendors bid bidding tender audit budget audited
    during whenever wherever whoever whatever whether apart thanks regards signed attention note notes reminder important info information details detail example instance reason reasons cause causes
    grass flower flowers shrub shrubs hedge hedges bush bushes pond fountain bench benches path paths sidewalk pavement kerb curb bridge square court courts tennis basketball badminton table swimming lifeguard
    section clause chapter appendix annex page version phase zone area areas district city town village county province state country nation national local municipal provincial government department bureau authority council
    civil law laws act safety health hygiene environment environmental greening green fireworks firework candle barbecue bbq cooking kitchen bathroom toilet toilets shower balcony balconies terrace yard
    ms mr mrs miss sir madam dr master plumber carpenter nurse doctor teacher lawyer officer captain supervisor director boss colleague colleagues worker workers member members representative representatives chair chairman volunteer volunteers
    lost stolen theft thief broke break breaks hit scratch scratched dent dented crash crashed fell slip slipped hurt injured injury accident accidents incident incidents damage damages compensation insurance claim claims
    another's nobody's anyone's someone's couldn hasn lives live lived living upstairs downstairs opposite above-mentioned mid day-to-day sorted wants know knows knew known think thinks thought feel feels felt believe hear hears heard hope hoped wish wished try tries tried forget forgot remember
    recycling sorting household kitchen waste hazardous bulky furniture sofa mattress pick picks picked collection collected collect disinfect disinfected disinfection spray sprayed mow mowed pruned prune pruning
    mine yours ours theirs hers oh ok okay well anyway yes nope etc eg ie re fw fyi asap ps pm am cc
    throughout feedback overall response responses lighting rubbish-chute chute chutes shaft shafts machine machines equipment device devices tool tools material materials item items list lists step steps level levels grade grades type types kind kinds group groups class classes shift shifts duty on-duty volunteer blood drive""".replace(
        "\n", " "
    )
)
PROPER: Final = MAKES | word_set(
    """republic javascript china chinese english beijing shanghai chengdu sichuan hangzhou zhejiang guangzhou shenzhen nanjing wuhan hong kong taiwan asia europe european american british french german japanese korean new year's eve lunar mid-autumn dragon boat qingming national labour labor women's christmas easter halloween children's
    wechat alipay qq weibo google apple android iphone huawei xiaomi meituan taobao jd otis kone schindler mitsubishi hitachi thyssenkrupp tesla byd toyota bmw audi mercedes windows linux ibm dell hp lenovo acer asus thinkpad intel amd nvidia mac ipad oppo vivo honor samsung sony lg philips siemens schneider abb omron toshiba panasonic daikin carrier trane grundfos wilo honeywell bosch hikvision dahua tp-link cisco kfc mcdonald starbucks ikea walmart costco nike adidas uniqlo disney lego youtube facebook twitter instagram tiktok nio xpeng geely volvo benz porsche honda nissan mazda kia hyundai lexus cadillac buick jeep fedex dhl ems sf visa mastercard unionpay swiss dutch italian spanish russian canadian australian indian thai vietnamese cantonese mandarin latin roman olympic qixi chongyang duanwu yuanxiao ramadan iso gb ltd limited co inc corporation group holdings
    gree midea haier hisense tcl aux sharp kohler toto roca moen grohe karcher makita dewalt hilti stihl husqvarna toro rain-bird pentair xylem ebara ksb flygt danfoss siemens honeywell johnson tyco bosch axis uniview zkteco came faac nice bft yale dormakaba assa abloy geze bermuda kentucky zoysia fescue ryegrass heimlich
    sir madam covid internet excel word pdf wi-fi bluetooth zoom monday's chinese-language"""
)
ABBREVIATIONS: Final = word_set(
    """app led lcd wifi wi fi etc cctv ktv vip atm ic id nfc gps gprs gb db pvc ppr upvc ptz ups aed ac dc eps ecs tv hdmi usb qr pdf excel word ppt logo sos ok pos pm am co ph led灯 diy dj pk ceo hr it ai iot lte rfid poe nvr dvr sim sms http https www com cn org net gov kw kwh w v kv a ma hz mm cm m km kg g l ml t min h s rmb cny
    no nos vs eg ie dn pn iso gbt jgj cjj dbj tsg iec en bx tx ts wo gd pg jd wx zx jy by fw wy xj epc ppp bim bas fas pa ba plc pe pp abs hdpe frp grc lpg cng ev phev suv mpv evs aqi tds cod bod nh co2 mg lux sha utf ctrl alt rfc jpg jpeg png webp html css csv xml json vx wx qq rpm bps mb tb kb px ip ipx sop kpi pdca 5s iso9001 oa erp crm rohs ccc cqc nfpa ansi din haccp emc
    mpa kpa kva dba ntu rfj tel fax ext dept approx qty avg max min temp info mgmt amt qr pcs sqm cpr ups hvac ahu fcu vav vrv dpf def acs hoa faq asap fyi tba tbc nb ps cc usd eur uk us usa eu un who pcr ct mri icu covid type c b d e f q r s x y z u n i j k o p""".replace(
        "\n", " "
    )
)
TITLES: Final = word_set(
    "mr mrs ms miss mx dr prof professor sir madam mme auntie aunty aunt uncle grandma grandpa granny lao xiao ah shifu"
)
"""Whoever is called so is a person."""

TRADES: Final = word_set(
    """old little da grandmother grandfather nanny master teacher manager captain officer engineer guard sister brother boss director supervisor technician plumber electrician cleaner gardener
    concierge porter driver courier foreman inspector nurse doctor lawyer tenant owner landlord landlady resident neighbour neighbor receptionist clerk steward housekeeper caretaker handyman carpenter
    doorman secretary chairman chairwoman"""
)
"""Before a name they announce it; before an ordinary word they do not."""

DEEDS: Final = tuple(
    deed.strip()
    for deed in [
        "next door",
        "upstairs",
        "downstairs",
        "opposite",
        "says?",
        "said",
        "told",
        "asked",
        "has",
        "had",
        "is",
        "was",
        "lives?",
        "wants?",
        "keeps?",
        "from",
        "who",
        "complain\\w*",
        "report\\w*",
        "parks?",
        "called",
        "came",
        "repair\\w*",
        "fixed",
        "replaced",
        "and (?:his|her|my)",
        "will",
        "did",
        "does\n    ",
        "in (?:unit|block|room|flat|[0-9])",
        "of (?:unit|block|room|flat)",
        "at (?:unit|block|[0-9])",
        "refus\\w+",
        "shout\\w*",
        "play\\w*",
        "left",
        "took",
        "threw",
        "smok\\w+",
        "again",
        "never",
        "always",
        "also",
        "still",
        "got",
        "fell",
        "broke",
        "hit",
        "scratched",
        "blocked",
        "helped\n    ",
        "handled",
        "promised",
        "apologi\\w+",
        "checked",
        "visited",
        "answered",
        "agreed",
        "moved",
        "let",
        "hung",
        "drilled",
        "bought",
        "owns?",
        "rents?",
        "thanks",
        "would",
        "can",
        "could",
        "wrote",
        "saw",
        "found",
        "stopped",
        "went",
        "spoke",
        "works?",
    ]
)
"""What people do, as patterns: behind a capitalised word they make it a name."""
