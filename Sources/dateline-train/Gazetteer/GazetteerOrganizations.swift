/// Organisations known the world over: `name|other names|abbreviations|ISO of the state`.
let organizationTable = """
  United Nations|United Nations Organization|UN,U.N.,UNO|
  UN Security Council|United Nations Security Council,U.N. Security Council,Security Council|UNSC|
  UN General Assembly|United Nations General Assembly,U.N. General Assembly,General Assembly|UNGA|
  UN Human Rights Council|United Nations Human Rights Council,U.N. Human Rights Council|UNHRC|
  UNICEF|United Nations Children's Fund||
  UNESCO|United Nations Educational Scientific and Cultural Organization||
  UNHCR|United Nations High Commissioner for Refugees,UN refugee agency,U.N. refugee agency||
  UNRWA|United Nations Relief and Works Agency||
  UNIFIL|United Nations Interim Force in Lebanon||
  World Food Programme|World Food Program|WFP|
  World Health Organization|World Health Organisation|WHO|
  International Atomic Energy Agency||IAEA|
  International Court of Justice||ICJ|
  International Criminal Court||ICC|
  International Labour Organization|International Labor Organization|ILO|
  International Monetary Fund||IMF|
  World Bank|||
  World Trade Organization|World Trade Organisation|WTO|
  World Economic Forum||WEF|
  Food and Agriculture Organization||FAO|
  Intergovernmental Panel on Climate Change||IPCC|
  European Union||EU,E.U.|
  European Commission|||
  European Parliament|||
  European Council|||
  European Central Bank||ECB|
  European Court of Human Rights||ECHR|
  European Court of Justice||ECJ|
  Council of Europe|||
  Europol|||
  Eurozone|||
  NATO|North Atlantic Treaty Organization,North Atlantic Treaty Organisation||
  Organization for Security and Cooperation in Europe||OSCE|
  Organisation for Economic Co-operation and Development|Organization for Economic Cooperation and Development|OECD|
  OPEC|Organization of the Petroleum Exporting Countries||
  African Union||AU|
  Arab League|League of Arab States||
  Gulf Cooperation Council||GCC|
  Organization of American States||OAS|
  Organisation of Islamic Cooperation|Organization of Islamic Cooperation|OIC|
  ASEAN|Association of Southeast Asian Nations||
  APEC|Asia-Pacific Economic Cooperation||
  ECOWAS|Economic Community of West African States||
  Shanghai Cooperation Organisation|Shanghai Cooperation Organization|SCO|
  Collective Security Treaty Organization|Collective Security Treaty Organisation|CSTO|
  Eurasian Economic Union||EAEU|
  Commonwealth of Independent States||CIS|
  Commonwealth of Nations|British Commonwealth||
  BRICS|||
  G7|Group of Seven,G-7||
  G8|Group of Eight,G-8||
  G20|Group of 20,Group of Twenty,G-20||
  Mercosur|||
  Non-Aligned Movement|||
  Quad|||
  Warsaw Pact|||
  League of Nations|||
  Interpol|||
  Red Cross|International Committee of the Red Cross,International Red Cross|ICRC|
  Red Crescent|||
  Amnesty International|||
  Human Rights Watch||HRW|
  Doctors Without Borders|Médecins Sans Frontières,Medecins Sans Frontieres|MSF|
  Greenpeace|||
  Oxfam|||
  Save the Children|||
  Transparency International|||
  Reporters Without Borders|Reporters Sans Frontières|RSF|
  Committee to Protect Journalists||CPJ|
  World Wildlife Fund||WWF|
  WikiLeaks|||
  Wikimedia Foundation|||
  Wikipedia|||
  International Olympic Committee||IOC|
  World Anti-Doping Agency||WADA|
  FIFA|||
  UEFA|||
  Formula One|Formula 1|F1|
  NBA|National Basketball Association||
  NFL|National Football League||
  MLB|Major League Baseball||
  NHL|National Hockey League||
  NCAA|||
  NASCAR|||
  Premier League|English Premier League|EPL|
  La Liga|||
  Bundesliga|||
  Serie A|||
  International Cricket Council|||
  Central Intelligence Agency||CIA|US
  Federal Bureau of Investigation||FBI|US
  National Security Agency||NSA|US
  Department of Homeland Security|Homeland Security|DHS|US
  Department of Defense|Defense Department|DoD|US
  Department of Justice|Justice Department|DOJ|US
  State Department|Department of State,U.S. Department of State||US
  Treasury Department|Department of the Treasury,U.S. Treasury,US Treasury||US
  Drug Enforcement Administration||DEA|US
  Transportation Security Administration||TSA|US
  Immigration and Customs Enforcement||ICE|US
  Federal Aviation Administration||FAA|US
  Federal Communications Commission||FCC|US
  Federal Trade Commission||FTC|US
  Securities and Exchange Commission||SEC|US
  Food and Drug Administration||FDA|US
  Environmental Protection Agency||EPA|US
  Federal Emergency Management Agency||FEMA|US
  Centers for Disease Control and Prevention|Centers for Disease Control|CDC|US
  National Institutes of Health||NIH|US
  National Transportation Safety Board||NTSB|US
  National Oceanic and Atmospheric Administration||NOAA|US
  National Weather Service||NWS|US
  Internal Revenue Service||IRS|US
  NASA|National Aeronautics and Space Administration||US
  European Space Agency||ESA|
  Roscosmos|||RU
  Federal Reserve|Fed,US Federal Reserve,U.S. Federal Reserve,Federal Reserve Board,Federal Reserve System||US
  Supreme Court|US Supreme Court,U.S. Supreme Court||
  US Congress|U.S. Congress,United States Congress,Congress||US
  US Senate|U.S. Senate,United States Senate||US
  House of Representatives|US House of Representatives,U.S. House of Representatives||
  Senate|||
  Republican Party|GOP||US
  Democratic Party|||
  Democratic National Committee||DNC|US
  Republican National Committee||RNC|US
  American Civil Liberties Union||ACLU|US
  National Rifle Association||NRA|US
  Ku Klux Klan||KKK|US
  Secret Service|US Secret Service,U.S. Secret Service||US
  National Guard|||
  US Army|U.S. Army,United States Army||US
  US Navy|U.S. Navy,United States Navy||US
  US Air Force|U.S. Air Force,United States Air Force|USAF|US
  US Marine Corps|U.S. Marine Corps,Marine Corps,U.S. Marines,US Marines||US
  US Coast Guard|U.S. Coast Guard||US
  CENTCOM|U.S. Central Command,US Central Command,Central Command||US
  New York Police Department||NYPD|US
  Los Angeles Police Department||LAPD|US
  MI5|Security Service||GB
  MI6|Secret Intelligence Service||GB
  GCHQ|Government Communications Headquarters||GB
  Scotland Yard|Metropolitan Police,Met Police||GB
  House of Commons|||
  House of Lords|||GB
  Conservative Party|Tory Party||
  Labour Party|Labour||
  Liberal Democratic Party|||
  Scottish National Party||SNP|GB
  Sinn Féin|Sinn Fein||
  Plaid Cymru|||GB
  UK Independence Party||UKIP|GB
  Democratic Unionist Party||DUP|GB
  National Health Service||NHS|GB
  Royal Air Force||RAF|GB
  Royal Navy|||GB
  British Army|||GB
  Bank of England||BoE,BOE|GB
  Bank of Japan||BoJ,BOJ|JP
  Reserve Bank of India||RBI|IN
  Reserve Bank of Australia||RBA|AU
  People's Bank of China||PBoC,PBOC|CN
  Swiss National Bank||SNB|CH
  Church of England|||GB
  Irish Republican Army||IRA|
  Federal Security Service||FSB|RU
  Foreign Intelligence Service||SVR|RU
  KGB|||
  GRU|||RU
  State Duma|Duma||RU
  Federation Council|||RU
  United Russia|||RU
  Wagner Group|Wagner||RU
  Gazprom|||RU
  Rosneft|||RU
  Lukoil|||RU
  Sberbank|||RU
  Rosatom|||RU
  Red Army|||
  Verkhovna Rada|Rada||UA
  Azov Battalion|Azov Regiment||UA
  Chinese Communist Party|Communist Party of China|CCP,CPC|CN
  People's Liberation Army|Chinese army|PLA|CN
  National People's Congress||NPC|CN
  Politburo|||
  Kuomintang||KMT|TW
  Democratic Progressive Party||DPP|TW
  Bharatiya Janata Party||BJP|IN
  Indian National Congress|||IN
  Aam Aadmi Party||AAP|IN
  Rashtriya Swayamsevak Sangh||RSS|IN
  Lok Sabha|||IN
  Rajya Sabha|||IN
  Indian Space Research Organisation||ISRO|IN
  Inter-Services Intelligence||ISI|PK
  Pakistan Tehreek-e-Insaf||PTI|PK
  Pakistan Peoples Party|Pakistan People's Party|PPP|PK
  Knesset|||IL
  Israel Defense Forces|Israeli Defense Forces,Israel Defence Forces|IDF|IL
  Mossad|||IL
  Shin Bet|||IL
  Likud|||IL
  Hamas|||PS
  Fatah|||PS
  Palestinian Authority|Palestinian National Authority||PS
  Palestine Liberation Organization|Palestine Liberation Organisation|PLO|PS
  Islamic Jihad|Palestinian Islamic Jihad|PIJ|PS
  Hezbollah|Hizbollah,Hizbullah,Hezballah||LB
  Houthis|Houthi,Houthi movement,Ansar Allah,Ansarallah||YE
  Islamic Revolutionary Guard Corps|Revolutionary Guards,Revolutionary Guard,Islamic Revolutionary Guards Corps,Iranian Revolutionary Guard,Iranian Revolutionary Guards|IRGC|IR
  Quds Force|Qods Force||IR
  Basij|||IR
  Popular Mobilization Forces|Hashd al-Shaabi|PMF|IQ
  Islamic State|Islamic State of Iraq and Syria,Islamic State of Iraq and the Levant,Daesh,Islamic State group|ISIS,ISIL,IS|
  al-Qaeda|Al Qaeda,al-Qaida,Al-Qa'ida||
  Taliban|Taleban||AF
  Haqqani network|||
  al-Shabaab|Al Shabaab,al-Shabab||SO
  Boko Haram|||NG
  Jaish-e-Mohammed|||PK
  Lashkar-e-Taiba|||PK
  Jemaah Islamiyah|||
  Abu Sayyaf|||PH
  Muslim Brotherhood|||
  Al-Nusra Front|Nusra Front,Jabhat al-Nusra||SY
  Hayat Tahrir al-Sham||HTS|SY
  Free Syrian Army||FSA|SY
  Syrian Democratic Forces||SDF|SY
  People's Protection Units||YPG|SY
  Kurdistan Workers' Party|Kurdistan Workers Party|PKK|TR
  Justice and Development Party||AKP,AK Party|TR
  Peshmerga|||IQ
  Liberation Tigers of Tamil Eelam|Tamil Tigers|LTTE|LK
  Revolutionary Armed Forces of Colombia||FARC|CO
  National Liberation Army||ELN|CO
  Shining Path|||PE
  ETA|||ES
  Red Brigades|||IT
  Lord's Resistance Army||LRA|UG
  Rapid Support Forces||RSF|SD
  Tigray People's Liberation Front||TPLF|ET
  African National Congress||ANC|ZA
  ZANU-PF|Zanu PF||ZW
  Christian Democratic Union||CDU|DE
  Christian Social Union||CSU|DE
  Social Democratic Party||SPD|DE
  Alternative for Germany||AfD,AFD|DE
  National Rally|National Front,Rassemblement National||FR
  En Marche|La République En Marche,Renaissance party||FR
  Five Star Movement|||IT
  Lega Nord|Northern League||IT
  Vox|||ES
  Podemos|||ES
  Spanish Socialist Workers' Party||PSOE|ES
  People's Party|||
  Law and Justice|||PL
  Fidesz|||HU
  Syriza|||GR
  Australian Labor Party|Labor Party|ALP|AU
  Liberal Party|||
  Green Party|Greens||
  Bloc Québécois|Bloc Quebecois||CA
  New Democratic Party||NDP|CA
  Royal Canadian Mounted Police||RCMP|CA
  Communist Party|||
  Socialist Party|||
  Workers' Party|||
  Viet Cong|||VN
  Black Lives Matter|||
  Antifa|||
  QAnon|||
  Proud Boys|||
  Occupy Wall Street|||
  Nobel Committee|||
  Ivy League|||
  Harvard University|Harvard||US
  Yale University|Yale||US
  Stanford University|Stanford||US
  Princeton University|Princeton||US
  Massachusetts Institute of Technology||MIT|US
  California Institute of Technology|Caltech||US
  Georgia Institute of Technology|Georgia Tech||US
  Virginia Tech|Virginia Polytechnic Institute||US
  Texas Tech University|Texas Tech||US
  Johns Hopkins University|Johns Hopkins||US
  University of Oxford|Oxford University||GB
  University of Cambridge|Cambridge University||GB
  London School of Economics||LSE|GB
  Kaiser Permanente|||US
  YouTube|||
  Facebook|||
  Twitter|||
  Instagram|||
  WhatsApp|||
  TikTok|||
  Snapchat|||
  Reddit|||
  LinkedIn|||
  Telegram|||
  Netflix|||
  Google|||
  Alphabet|Alphabet Inc||
  Microsoft|Microsoft Corp||
  Apple|Apple Inc,Apple Computer||
  Amazon.com|||
  Tesla|Tesla Motors||
  SpaceX|||
  Uber|||
  Airbnb|||
  OpenAI|||
  Nvidia|||
  Intel|||
  IBM|International Business Machines||
  Samsung|Samsung Electronics||KR
  LG|||KR
  Hyundai|Hyundai Motor,Hyundai Motor Company||KR
  Kia|||KR
  Sony|||JP
  Toyota|Toyota Motor,Toyota Motor Corporation||JP
  Honda|Honda Motor,Honda Motor Company||JP
  Nissan|Nissan Motor,Nissan Motor Company||JP
  Mitsubishi|||JP
  Panasonic|||JP
  Toshiba|||JP
  Nintendo|||JP
  SoftBank|||JP
  Huawei|||CN
  Alibaba|||CN
  Tencent|||CN
  Xiaomi|||CN
  Baidu|||CN
  ByteDance|||CN
  Lenovo|||CN
  ZTE|||CN
  Sinopec|||CN
  PetroChina|||CN
  Volkswagen||VW|DE
  BMW|||DE
  Mercedes-Benz|Daimler||DE
  Porsche|||DE
  Audi|||DE
  Siemens|||DE
  Bosch|||DE
  Deutsche Bank|||DE
  Lufthansa|Deutsche Lufthansa||DE
  BASF|||DE
  Bayer|||DE
  SAP|||DE
  Airbus|||
  Boeing|||US
  Lockheed Martin|||US
  Northrop Grumman|||US
  Raytheon|||US
  General Motors||GM|US
  General Electric||GE|US
  Ford|Ford Motor Company,Ford Motor||US
  Chrysler|Fiat Chrysler||US
  Goldman Sachs|||US
  JPMorgan Chase|JPMorgan,JP Morgan||US
  Morgan Stanley|||US
  Bank of America|||US
  Citigroup|Citibank||US
  Wells Fargo|||US
  Lehman Brothers|||US
  BlackRock|||US
  Berkshire Hathaway|||US
  Exxon Mobil|ExxonMobil,Exxon||US
  Chevron|||US
  Shell|Royal Dutch Shell||
  BP|British Petroleum||GB
  TotalEnergies|||FR
  Renault|||FR
  Peugeot|||FR
  Air France|||FR
  BNP Paribas|||FR
  LVMH|||FR
  Fiat|||IT
  Ferrari|||IT
  Eni|||IT
  HSBC|||GB
  Barclays|||GB
  Lloyds|||GB
  Vodafone|||GB
  Tesco|||GB
  Marks & Spencer||M&S|GB
  AstraZeneca|||GB
  GlaxoSmithKline||GSK|GB
  British Airways|||GB
  Rolls-Royce|||GB
  Nestlé|Nestle||CH
  Novartis|||CH
  Roche|||CH
  UBS|||CH
  Credit Suisse|||CH
  Philips|||NL
  Unilever|||
  Heineken|||NL
  ING|||NL
  Ericsson|||SE
  Volvo|||SE
  IKEA|||SE
  Spotify|||SE
  Nokia|||FI
  Equinor|||NO
  Petrobras|||BR
  Embraer|||BR
  Pemex|||MX
  Saudi Aramco|Aramco||SA
  Emirates Airline|||AE
  Qatar Airways|||QA
  Turkish Airlines|||TR
  Tata|Tata Motors,Tata Group||IN
  Reliance Industries|||IN
  Infosys|||IN
  Air India|||IN
  Qantas|||AU
  BHP|||AU
  Rio Tinto|||
  Walmart|Wal-Mart||US
  Starbucks|||US
  McDonald's|||US
  Coca-Cola|||US
  Pepsi|PepsiCo||US
  Nike|||US
  Adidas|||DE
  Disney|Walt Disney,The Walt Disney Company||US
  Warner Bros.|Warner Brothers||US
  Paramount|||US
  Marvel|||US
  Pfizer|||US
  Moderna|||US
  BioNTech|||DE
  Johnson & Johnson|||US
  Procter & Gamble||P&G|US
  Monsanto|||US
  Verizon|||US
  AT&T|||US
  T-Mobile|||
  Comcast|||US
  Delta Air Lines|||US
  American Airlines|||US
  United Airlines|||US
  Southwest Airlines|||US
  Ryanair|||IE
  EasyJet|||GB
  Malaysia Airlines|||MY
  Aeroflot|||RU
  FedEx|||US
  UPS|||US
  Visa Inc|||US
  Mastercard|||US
  PayPal|||US
  New York Stock Exchange||NYSE|US
  Nasdaq|||US
  Real Madrid|||ES
  FC Barcelona|||ES
  Manchester United|||GB
  Manchester City|||GB
  Bayern Munich|||DE
  Juventus|||IT
  """
