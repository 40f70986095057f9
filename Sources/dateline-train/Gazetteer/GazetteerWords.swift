/// Words that go before a person's name, folded; several words are one title.
let titleWords = """
  president,vice president,vice-president,first vice president,prime minister,deputy prime minister,
  first deputy prime minister,premier,chancellor,minister,foreign minister,defense minister,
  defence minister,interior minister,finance minister,justice minister,health minister,
  education minister,energy minister,environment minister,transport minister,oil minister,
  information minister,culture minister,agriculture minister,trade minister,economy minister,
  home minister,chief minister,deputy minister,deputy foreign minister,first minister,
  secretary of state,defense secretary,defence secretary,foreign secretary,home secretary,
  treasury secretary,health secretary,state secretary,press secretary,secretary,secretary general,
  secretary-general,general secretary,undersecretary,assistant secretary,deputy secretary,
  first secretary,attorney general,solicitor general,surgeon general,director general,director,
  deputy director,executive director,managing director,chairman,chairwoman,chairperson,chair,
  vice chairman,chief executive,chief executive officer,chief,chief of staff,ceo,cfo,coo,cto,
  king,queen,prince,princess,crown prince,emperor,empress,sultan,emir,shah,tsar,czar,duke,duchess,
  earl,count,countess,baron,baroness,lord,lady,sir,dame,pope,patriarch,archbishop,bishop,cardinal,
  father,sister,brother,reverend,rev,rabbi,imam,ayatollah,grand ayatollah,sheikh,sheik,mullah,
  mufti,grand mufti,dalai lama,mr,mrs,ms,miss,mx,dr,prof,doctor,professor,general,gen,
  lieutenant general,lt gen,lt general,major general,maj gen,brigadier general,brig gen,brigadier,
  colonel,col,lieutenant colonel,lt col,major,maj,captain,capt,lieutenant,lt,sergeant,sgt,corporal,
  cpl,private,pvt,admiral,adm,vice admiral,rear admiral,commander,cmdr,commodore,marshal,
  field marshal,officer,deputy,detective,inspector,superintendent,constable,sheriff,senator,sen,
  representative,rep,congressman,congresswoman,congressmember,speaker,governor,gov,
  lieutenant governor,lt gov,deputy governor,mayor,deputy mayor,councillor,councilman,councilwoman,
  alderman,mp,mep,ambassador,consul,envoy,special envoy,commissioner,judge,justice,chief justice,
  magistrate,prosecutor,attorney,lawyer,coach,head coach,manager,captain,supreme leader,
  opposition leader,party leader,majority leader,minority leader,majority whip,minority whip,
  chief whip,house speaker,parliament speaker,spokesman,spokeswoman,spokesperson,first lady,
  first gentleman,high representative,
  foreign policy chief,police chief,army chief,comrade,taoiseach,saint,st,blessed,actor,actress,
  singer,author,president-elect,former president,former prime minister,secretaries,presidents,
  co-founder,founder,analyst,editor,chief inspector,rector,dean,provost,chief constable,
  national security advisor,national security adviser,lord president,executive secretary,
  permanent representative,vice chair,co-chair,deputy chairman,deputy commissioner,detective inspector,
  detective chief inspector,detective sergeant,party secretary,first vice-president,lord mayor,
  chief medical officer,chief scientist,wing commander,squadron leader,flight lieutenant,
  assemblyman,assemblywoman,emeritus,bishop emeritus,professor emeritus,mme,madame,monsieur,herr,
  frau,señor,señora,most rev,very rev,right rev,rt hon,right honourable,honourable,hon,
  representatives,congressmen,monsignor,monsenor,
  chancellor of the exchequer,leader of the opposition,leader of the house,speaker of the house,
  president of the senate,chief justice of the supreme court,master of the rolls,
  senators,ministers,generals,officers,judges,governors,princes,messrs
  """

/// Nouns that say what a person does, beside those of the CAMEO agents; lower-case in running text.
let roleWords = """
  adviser,advisor,aide,activist,actor,actress,advocate,agent,ally,ambassador,analyst,anchor,
  architect,artist,assistant,astronaut,athlete,attorney,author,banker,biologist,bishop,blogger,boss,
  boxer,broadcaster,brother,businessman,businesswoman,candidate,captain,cardinal,celebrity,
  chairman,chairwoman,champion,chancellor,chemist,chief,cleric,co-author,co-founder,coach,colleague,
  columnist,comedian,commander,commentator,commissioner,composer,conductor,congressman,
  congresswoman,consultant,coordinator,coroner,correspondent,councillor,counterpart,cricketer,critic,
  cyclist,dancer,daughter,defendant,defender,delegate,deputy,designer,detective,dictator,diplomat,
  director,dissident,doctor,driver,economist,editor,employee,engineer,entrepreneur,envoy,executive,
  expert,father,fighter,filmmaker,footballer,founder,forward,general,girlfriend,boyfriend,goalkeeper,
  golfer,governor,guitarist,head,historian,host,husband,imam,inspector,investigator,investor,
  journalist,judge,jurist,king,lawmaker,lawyer,leader,lecturer,legislator,lieutenant,lobbyist,magistrate,
  manager,mayor,mediator,midfielder,militant,minister,mogul,monarch,mother,musician,nephew,niece,
  negotiator,neighbour,neighbor,neurologist,novelist,nurse,officer,official,opponent,owner,painter,
  parliamentarian,partner,pastor,philosopher,photographer,physician,physicist,pilot,player,poet,
  policeman,politician,pope,premier,presenter,president,priest,prince,princess,principal,producer,
  professor,prosecutor,protester,psychologist,publisher,queen,quarterback,rabbi,racer,rapper,rebel,
  reporter,representative,researcher,resident,rival,scholar,scientist,screenwriter,sculptor,
  secretary,senator,sergeant,sheriff,singer,sister,skier,skipper,soldier,solicitor,son,songwriter,
  speaker,spokesman,spokesperson,spokeswoman,star,statesman,strategist,striker,student,successor,
  superintendent,surgeon,survivor,suspect,swimmer,teacher,technician,teenager,therapist,trainer,
  treasurer,tycoon,uncle,victim,virologist,volunteer,warlord,whistleblower,widow,wife,winger,winner,
  witness,worker,writer,youtuber,predecessor,premier,cousin,fiancé,fiancee,ex-wife,ex-husband,
  veteran,billionaire,millionaire,biochemist,astronomer,mathematician,epidemiologist,ombudsman,
  undersecretary,playwright,legend,icon,sprinter,runner,jockey,umpire,referee,bassist,drummer,vocalist
  """

/// Last (or first, before "of") words of organisations' names.
let organizationWords = """
  academy,administration,agency,airline,airlines,airways,alliance,army,assembly,associates,
  association,authority,bank,battalion,board,brewery,brigade,broadcasting,bureau,business school,
  cabinet,cathedral,center,centre,chamber,charity,church,circuit court,city council,clinic,club,
  coalition,college,command,commission,committee,communications,community,companies,company,
  confederation,conference board,congress,consortium,consulate,consulting,convention,cooperative,
  corporation,corp,corps,council,court,daily,defence forces,defense forces,democrats,department,
  directorate,division,electric,electronics,embassy,energy,enterprises,entertainment,executive,
  federation,fellowship,films,financial,fire brigade,fire department,fire service,firm,force,forces,
  forum,foundation,front,fund,gazette,general assembly,government,group,guard,guild,headquarters,herald,
  high court,high school,holdings,hospital,house of representatives,inc,incorporated,industries,
  initiative,inquirer,institute,institution,insurance,intelligence,international,journal,jihad,
  legion,laboratories,laboratory,labs,league,legislature,liberation army,library,limited,llc,llp,ltd,magazine,
  media,medical center,militia,ministry,mission,mosque,motor,motors,movement,museum,national guard,
  navy,network,networks,news,newspaper,office,ombudsman,opera,orchestra,organisation,organization,
  parliament,partners,partnership,party,pharmaceuticals,police,police department,police force,
  political party,post,press,prison,productions,project,province council,publishing,radio,railway,
  railways,records,red cross,regiment,registry,research center,resistance,restaurant,rugby club,
  school,schools,secretariat,security council,security forces,senate,service,services,societies,
  society,software,solutions,squad,squadron,stock exchange,studios,studio,supreme court,systems,taskforce,
  task force,team,technologies,technology,telecom,television,theater,theatre,think tank,times,
  trade union,treasury,tribune,tribunal,trust,tv,union,united,universities,university,ventures,watch,
  workers party,youth,zeitung,fc,afc,cf,ag,gmbh,plc,sa,nv,spa,co,bhd,pty,oyj,caucus,constabulary,
  inspectorate,junta,politburo,synod,syndicate,cartel,mafia,gang,teamsters,pictures,airforce,air force,
  coast guard,seminary,polytechnic,observatory,conservatory,infirmary,zoo,lab
  """

/// Last words of places' names; first ones too ("Lake", "Mount") before another capital.
let placeWords = """
  airport,alley,archipelago,avenue,base,basin,bay,beach,bluff,boulevard,bridge,canal,canyon,cape,
  castle,cemetery,channel,city,cliffs,coast,county,creek,crossing,crater,dam,delta,desert,district,
  drive,falls,fields,forest,fort,garden,gardens,glacier,gulf,harbor,harbour,heights,highway,hill,hills,
  interstate,island,islands,isle,isles,junction,lake,lakes,lane,mall,mountain,mountains,mount,oblast,
  ocean,palace,park,parish,pass,peak,peninsula,plain,plains,plateau,plaza,point,port,prefecture,
  province,provinces,region,reservoir,ridge,river,road,route,runway,sea,shore,sound,square,stadium,
  state park,station,strait,straits,street,suburb,tower,town,township,trench,tunnel,valley,village,
  volcano,waterfall,wood,woods,territory,territories,republic,kingdom,crater,reef,arena,speedway,
  motorway,autobahn,borough,power plant,nuclear power plant,power station,velodrome,racecourse,municipality,raion,governorate,voivodeship,canton,shire,space center
  """

/// Last words of the names of happenings.
let eventWords = """
  accord,accords,agreement,attacks,award,awards,battle,biennale,bowl,campaign,carnival,championship,
  championships,classic,conference,congress,convention,coup,crisis,cup,cyclone,debate,derby,disaster,
  earthquake,election,elections,exhibition,expo,fair,festival,final,finals,fire,flood,gala,games,genocide,
  grand prix,hurricane,intifada,invasion,marathon,massacre,olympics,open,operation,pact,pandemic,
  paralympics,playoffs,primaries,primary,prize,protests,race,rally,referendum,revolt,revolution,riot,
  riots,series,shooting,siege,storm,strike,summit,super bowl,talks,tour,tournament,treaty,tremor,
  trial,trophy,tsunami,typhoon,uprising,war,wars,world cup
  """

/// Capitalised words of the calendar: never names by themselves.
let calendarWords = """
  january,february,march,april,may,june,july,august,september,october,november,december,jan,feb,mar,
  apr,jun,jul,aug,sept,sep,oct,nov,dec,monday,tuesday,wednesday,thursday,friday,saturday,sunday,mon,
  tue,tues,wed,thu,thurs,fri,sat,sun,gmt,utc,bst,est,edt,cst,cdt,mst,mdt,pst,pdt,cet,cest,ist,jst,aest,
  am,pm,ad,bc,bce,ce,christmas,christmas eve,christmas day,boxing day,easter,easter sunday,good friday,
  ramadan,eid,eid al-fitr,eid al-adha,hanukkah,passover,yom kippur,rosh hashanah,purim,diwali,holi,nowruz,
  thanksgiving,thanksgiving day,halloween,valentine's day,new year,new year's eve,new year's day,
  lunar new year,independence day,labor day,labour day,memorial day,veterans day,remembrance day,
  may day,mother's day,father's day,bastille day,canada day,australia day,anzac day,victory day,
  st patrick's day,saint patrick's day,mardi gras,lent,pentecost,ashura,vesak,juneteenth,black friday,
  earth day,columbus day,presidents day,martin luther king day,election day,inauguration day,
  winter solstice,summer solstice,spring festival,super tuesday,ash wednesday,palm sunday
  """

/// Words inside names that stay small: between a person's names, or before the last.
let particleWords = """
  de,del,della,dela,di,da,das,dos,do,du,van,von,der,den,ter,ten,zu,zur,la,le,el,al,bin,ibn,ben,bint,
  binti,abu,abd,abdul,ul,ur,ud,as,ad,st,af,av,y,e,san,santa,mac,mc,ap,ould,wa,i,ad-din,ed-din,t
  """

/// Bodies a state has, as news calls them in small letters ("Israeli military", "Iran's foreign
/// ministry"); a name when a state or its adjective stands before.
let institutionWords = """
  government,foreign ministry,defense ministry,defence ministry,interior ministry,finance ministry,
  health ministry,justice ministry,education ministry,energy ministry,oil ministry,economy ministry,
  environment ministry,transport ministry,agriculture ministry,culture ministry,trade ministry,
  information ministry,intelligence ministry,emergencies ministry,tourism ministry,
  ministry of foreign affairs,ministry of defense,ministry of defence,ministry of health,
  ministry of interior,ministry of justice,ministry of finance,ministry,military,army,navy,air force,
  armed forces,security forces,defense forces,special forces,coast guard,border guard,national guard,
  police,federal police,national police,secret police,secret service,intelligence,
  military intelligence,intelligence service,intelligence services,intelligence agency,
  intelligence community,security service,security services,security agency,space agency,parliament,
  congress,senate,lower house,upper house,legislature,national assembly,assembly,cabinet,judiciary,
  supreme court,high court,constitutional court,central bank,stock exchange,embassy,consulate,
  state television,state tv,state media,state news agency,news agency,football association,
  football federation,football team,national team,national football team,olympic committee,
  election commission,electoral commission,red cross,red crescent,treasury,presidency,
  foreign office,home office,state department,justice department,defense department,
  mission to the united nations,mission to the un,delegation
  """

/// Directions that make a region of a land ("southern Lebanon").
let directionWords = """
  north,south,east,west,northern,southern,eastern,western,central,northeast,northwest,southeast,
  southwest,northeastern,northwestern,southeastern,southwestern,north-east,north-west,south-east,
  south-west,north-eastern,north-western,south-eastern,south-western,upper,lower,inner,outer,
  mainland,rural,coastal,metropolitan,greater,downtown,mid
  """

/// What states and their leaders do, and cities do not: the word beside a capital that makes it
/// stand for its government. All forms in use.
let stateVerbs = """
  accepted,accepts,accuse,accused,accuses,accusing,acknowledged,agree,agreed,agrees,alleged,alleges,
  announced,announces,approved,approves,argued,argues,asked,asks,asserted,asserts,backed,backs,banned,
  bans,believes,blamed,blames,blocked,called,calls,claimed,claims,commented,condemned,condemns,
  confirmed,confirms,consider,considered,considers,contends,cut,decided,decides,declared,declares,
  declined,declines,demanded,demands,denied,denies,deny,deployed,deploys,described,dismissed,
  dismisses,expelled,expels,expressed,fears,granted,hailed,hopes,imposed,imposes,insisted,insists,
  intends,introduced,invaded,issued,issues,launched,launches,lifted,maintains,negotiated,offered,
  offers,opposed,opposes,ordered,orders,plans,pledged,pledges,praised,praises,promised,promises,
  proposed,proposes,ratified,recognised,recognises,recognized,recognizes,refused,refuses,rejected,
  rejects,reiterated,replied,reported,requested,requests,responded,responds,retaliated,said,
  sanctioned,says,seeks,sees,sent,severed,signaled,signalled,signed,signs,stated,states,stressed,
  suggested,supplied,supplies,supported,supports,supplying,supply,suspended,threatened,threatens,
  told,understands,urged,urges,vetoed,vowed,vows,wants,wanted,warned,warns,welcomed,welcomes,withdrew,
  withdraws,regards,views,sought,insisting,urging,accusing,denying,calling,warning,pressed,pressured
  """

/// Words that speak of dealings between states.
let stateNouns = """
  accord,agreement,aggression,agreements,aid,alliance,allies,ally,ambassador,border,ceasefire,claim,
  claims,conflict,cooperation,deal,dealings,delegation,demands,diplomacy,diplomat,diplomats,dispute,embargo,
  envoy,foreign policy,government,influence,interests,invasion,leadership,military,ministry,
  missiles,nuclear,negotiations,negotiators,pact,policy,position,pressure,proposal,regime,relations,
  relationship,rivalry,sanctions,sovereignty,stance,support,talks,tensions,ties,treaty,troops,war,
  weapons,backing,backed,officials,authorities,foreign,intentions,forces,response,security,decision
  """

/// Words of the closed classes and openers of sentences: capitalised, they are no names.
let functionWords = """
  a,an,the,this,that,these,those,i,you,he,she,it,we,they,me,him,her,us,them,my,your,his,its,our,their,
  mine,yours,hers,ours,theirs,myself,himself,herself,itself,themselves,ourselves,who,whom,whose,which,
  what,when,where,why,how,whether,if,unless,until,while,although,though,because,since,as,than,and,or,
  but,nor,yet,so,for,of,in,on,at,by,to,from,with,without,within,into,onto,upon,over,under,above,
  below,between,among,amongst,amid,amidst,against,about,across,after,before,behind,beside,besides,
  beyond,despite,during,except,inside,outside,near,off,out,per,through,throughout,toward,towards,via,
  is,am,are,was,were,be,been,being,have,has,had,having,do,does,did,doing,done,will,would,shall,should,
  can,could,may,might,must,ought,not,no,yes,never,ever,always,often,also,too,very,just,only,even,
  still,already,again,then,there,here,now,today,tomorrow,yesterday,tonight,once,twice,one,two,three,
  four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,
  eighteen,nineteen,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety,hundred,thousand,million,
  dozens,hundreds,thousands,millions,many,much,more,most,
  few,fewer,several,some,any,all,both,each,every,either,neither,none,another,other,others,such,same,
  own,however,moreover,meanwhile,therefore,thus,hence,instead,otherwise,nevertheless,nonetheless,
  furthermore,additionally,also,separately,finally,recently,currently,previously,earlier,later,
  according,following,speaking,asked,later,last,next,first,second,third,new,earlier,late,early,
  perhaps,maybe,indeed,let,please,thanks,thank,let's,someone,somebody,anyone,anybody,everyone,
  everybody,nobody,nothing,something,anything,everything,well,oh,ok,okay,yeah,hello,hi,dear,
  mr,mrs,s,t,re,ve,ll,d,m,don,n't,nt,it's,i'm,we're,they're,that's,there's,what's,he's,she's,
  like,unlike,given,including,regarding,concerning,based,around,up,down,back,away,along,plus,minus,
  vs,versus,etc,eg,ie,though,whereas,whereby,whilst,till,ago,quite,rather,almost,nearly,approximately,
  roughly,around,least,less,enough,half,part,another,anyway,apparently,unfortunately,fortunately,
  interestingly,importantly,notably,surprisingly,overall,additionally,similarly,likewise,conversely,
  initially,originally,eventually,ultimately,subsequently,consequently,accordingly,officially,
  reportedly,allegedly,locally,nationally,internationally,historically,traditionally,typically,
  generally,usually,normally,sometimes,occasionally,frequently,rarely,photo,image,file,video,source,
  sources,related,read,see,note,update,updated,breaking,live,exclusive,opinion,analysis,editorial,
  interview,question,answer,q,credit,copyright,caption,click,share,comments,figure,table,chapter,
  section,introduction,conclusion,abstract,background,methods,results,discussion,references,page
  """

/// Famous words that are neither people nor bodies: capitalised, and no entity.
let nonNameWords = """
  internet,web,god,lord,allah,bible,quran,koran,torah,covid,coronavirus,hiv,aids,dna,rna,gdp,tv,dvd,
  cd,pc,usb,gps,sms,faq,pdf,html,url,www,http,https,suv,atm,vip,diy,id,pr,hr,it,ai,vr,5g,4g,3g,lgbt,
  lgbtq,lgbtqia,abc's,english,french,german,spanish,ngo,ngos,ied,ieds,icbm,ied,wmd,ppe,icu,er,mri,pcr,
  celsius,fahrenheit,richter,ph,km,mph,kph,kg,ft,usd,eur,gbp,jpy,rmb,co2,ev,evs,uav,uavs,vat,phd,md,ba,
  ex,anti,pro,non,us$,a$,c$,hk$,nz$,majesty,highness,excellency,hm,hrh,holiness,
  ma,bsc,msc,mba,jr,sr,ii,iii,iv,vi,vii,viii,ix,xi,xii,xiv,xvi,u-turn,t-shirt,x-ray,dj,mc,dm,rip,eta,asap,
  cctv,lng,rpg,ak-47,ipo,ceo,cfo,coo,cto,cio,mp,mps,mep,meps,pm,qc,kc,esq,obe,mbe,cbe,no,vol,ed,eds,pp,op
  """
