"""Makes of what an estate has, uses and is brought, and what its trades shorten: in Latin letters, nobody's name. Data of `english`."""

from typing import Final

from generator.disclosure.scan.words.patterns import word_set

MAKES: Final = word_set(
    """
    kone schindler thyssenkrupp tke otis fujitec mitsubishi hitachi toshiba hyundai sjec hosting wittur fermator
    selcom monospace ecospace minispace gearless fermax aiphone comelit urmet bticino legrand videx akuvox
    doorking ingersoll lockwood mul-t-lock samsung yale dormakaba geze came faac nice hormann hikvision dahua
    uniview bosch honeywell avigilon milesight ezviz tiandy reolink imou tapo eufy aqara notifier simplex tyco
    hochiki kidde victaulic minimax siemens nohmi grundfos wilo ebara xylem flygt lowara ksb pentair pedrollo
    kaiquan nanfang shimge danfoss belimo honeywell spirax armstrong viessmann vaillant buderus rinnai noritz
    ariston ferroli vanward macro midea haier daikin carrier trane mcquay gree hisense panasonic fujitsu lg
    toshiba aux chigo tica ebara abb schneider siemens eaton legrand chint delixi phoenix omron mitsubishi
    weidmuller rittal socomec dyson karcher nilfisk tennant taski diversey ecolab kleenex rubbermaid vileda
    scotch-brite dettol clorox domestos stihl husqvarna honda toro makita dewalt hilti metabo milwaukee stilson
    bahco knipex wiha fluke testo flir wd-40 loctite sika laticrete davco bostik dulux jotun ppg akzo sherwin
    tikkurila kcc skk toto kohler roca grohe hansgrohe moen duravit geberit inax jomoo hegii villeroy cotto
    tesla byd nio xpeng li-auto zeekr wuling chery geely changan haval volvo audi bmw mercedes benz porsche
    toyota honda nissan mazda lexus skoda vw volkswagen jeep buick cadillac peugeot renault yadea aima ninebot
    segway star-charge teld evcard wallbox chargepoint xiaomi redmi mijia huawei oppo vivo oneplus realme iphone
    ipad macbook airpods lenovo thinkpad dell asus acer canon epson ricoh xerox konica hp brita philips tefal
    delonghi nespresso cainiao sf hive-box hivebox sf-express sto yto zto yunda jd-logistics fedex dhl ups ems
    aramex lalamove grab gojek uber didi meituan eleme keeta foodpanda deliveroo taobao tmall pinduoduo temu
    shein amazon ebay ikea muji costco walmart carrefour aldi lidl familymart 7-eleven starbucks luckin kfc
    mcdonald's mcdonalds subway haidilao technogym precor lifefitness life-fitness concept2 peloton bh les-mills
    zumba pilates lego barbie duplo kompan lappset playmobil wechat weixin alipay unionpay dingtalk feishu
    tencent zoom gmail whatsapp tiktok douyin weibo xiaohongshu rednote instagram youtube google baidu amap
    android ios windows linux safari photoshop autocad revit sketchup glodon primavera sap salesforce tableau
    power-bi chatgpt deepseek isuzu foton sinotruk sany xcmg zoomlion jlg haulotte komatsu caterpillar heineken
    tsingtao coca-cola pepsi nestle oreo lays kitkat yakult oatly
    """
)
"""Makers, brands, applications."""

SHORT: Final = word_set(
    """
    hepa bms bim lod sdcm ppm ppb hvac ahu pau fcu vav vrf vrv rcd rcbo rccb mccb mcb acb ats sts ups pdu pfc
    thd vfd vsd plc hmi dtu rtu scada modbus bacnet knx dmx cop ifd hspf scop gwp odp cfm cmh rh psi kpa mpa gpm
    lpm lph rpm nm db dba lux lm cri cct ugr ies fps dpi npv irr roi capex opex sla slas kpi kpis nps csat ces
    okr rfq rfp rfi boq vo ncr itp mos rams mep gfa nfa far sqft sqm cbm ev evs dcfc ccs chademo soc soh bev
    phev lfp ncm pv bess pvc cpvc upvc hdpe ldpe pex ppr abs tpu epdm eps xps grc gfrp cfrp frp smc gms ss sus
    mdf osb hpl wpc spc lvt pir pur tpo sbs app rc ecc usb usb-c type-c hdmi rj45 nvr dvr cctv anpr lpr rfid nfc
    ble wlan vlan vpn ssid dns dhcp ip ipc onvif rtsp ptz cpu gpu ssd hdd sd tf bios api sdk url ui ux faq pdf
    doc docx xls xlsx csv ppt pptx jpg jpeg png gif mp3 mp4 mov zip rar apk exe gb gbt jgj cjj tsg dbj iso iec
    ul ce fcc rohs reach bs astm ansi din jis nfpa ashrae leed breeam aed cpr ppe sop msds sds ghs rcra voc vocs
    tvoc hcho pm co co2 so2 nox o3 ch4 lpg lng cng png cod bod tds toc orp ntu fcl mlss tba tbc tbd etd asap faq
    fyi nb ps eod eom ytd qoq yoy wip pic poc sme qa qc r&d gm am pm agm egm oc dmc strata hoa mtr brt mrt lrt
    gis gps beidou bds lte nr iot aiot ai ml llm ocr kg mg ml cl dl km cm mm um nm sq oz lb
    """
)
"""What the trades write short."""
