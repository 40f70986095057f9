/// Every state and inhabited territory, one a line:
/// `ISO|name|adjectives|peoples, plural|other names|abbreviations|capitals, seat of government first`.
/// The first adjective is the one names of its institutions are built with.
let countryTable = """
  AF|Afghanistan|Afghan|Afghans,Afghanis|Islamic Republic of Afghanistan,Islamic Emirate of Afghanistan||Kabul
  AL|Albania|Albanian|Albanians|Republic of Albania||Tirana
  DZ|Algeria|Algerian|Algerians|People's Democratic Republic of Algeria||Algiers
  AD|Andorra|Andorran|Andorrans|Principality of Andorra||Andorra la Vella
  AO|Angola|Angolan|Angolans|Republic of Angola||Luanda
  AG|Antigua and Barbuda|Antiguan,Barbudan|Antiguans,Barbudans|Antigua||Saint John's,St. John's
  AR|Argentina|Argentine,Argentinian,Argentinean|Argentines,Argentinians,Argentineans|Argentine Republic||Buenos Aires
  AM|Armenia|Armenian|Armenians|Republic of Armenia||Yerevan
  AU|Australia|Australian,Aussie|Australians,Aussies|Commonwealth of Australia||Canberra
  AT|Austria|Austrian|Austrians|Republic of Austria||Vienna
  AZ|Azerbaijan|Azerbaijani,Azeri|Azerbaijanis,Azeris|Republic of Azerbaijan||Baku
  BS|Bahamas|Bahamian|Bahamians|The Bahamas,Commonwealth of the Bahamas||Nassau
  BH|Bahrain|Bahraini|Bahrainis|Kingdom of Bahrain||Manama
  BD|Bangladesh|Bangladeshi|Bangladeshis|People's Republic of Bangladesh||Dhaka,Dacca
  BB|Barbados|Barbadian,Bajan|Barbadians,Bajans|||Bridgetown
  BY|Belarus|Belarusian,Belarussian,Byelorussian|Belarusians,Belarussians|Byelorussia,Belorussia,Republic of Belarus||Minsk
  BE|Belgium|Belgian|Belgians|Kingdom of Belgium||Brussels
  BZ|Belize|Belizean|Belizeans|||Belmopan
  BJ|Benin|Beninese,Beninois|Beninese|Republic of Benin||Porto-Novo
  BT|Bhutan|Bhutanese|Bhutanese|Kingdom of Bhutan||Thimphu
  BO|Bolivia|Bolivian|Bolivians|Plurinational State of Bolivia||La Paz,Sucre
  BA|Bosnia and Herzegovina|Bosnian,Herzegovinian|Bosnians,Herzegovinians|Bosnia,Bosnia-Herzegovina|BiH|Sarajevo
  BW|Botswana|Botswanan,Motswana|Batswana,Botswanans|Republic of Botswana||Gaborone
  BR|Brazil|Brazilian|Brazilians|Brasil,Federative Republic of Brazil||Brasilia,Brasília
  BN|Brunei|Bruneian|Bruneians|Brunei Darussalam||Bandar Seri Begawan
  BG|Bulgaria|Bulgarian|Bulgarians|Republic of Bulgaria||Sofia
  BF|Burkina Faso|Burkinabe,Burkinabè,Burkinese|Burkinabes,Burkinabè|Burkina||Ouagadougou
  BI|Burundi|Burundian|Burundians|Republic of Burundi||Gitega,Bujumbura
  CV|Cape Verde|Cape Verdean,Cabo Verdean|Cape Verdeans|Cabo Verde||Praia
  KH|Cambodia|Cambodian|Cambodians|Kampuchea,Kingdom of Cambodia||Phnom Penh
  CM|Cameroon|Cameroonian|Cameroonians|Republic of Cameroon||Yaoundé,Yaounde
  CA|Canada|Canadian|Canadians|Dominion of Canada||Ottawa
  CF|Central African Republic|Central African|Central Africans||CAR|Bangui
  TD|Chad|Chadian|Chadians|Republic of Chad||N'Djamena,Ndjamena
  CL|Chile|Chilean|Chileans|Republic of Chile||Santiago
  CN|China|Chinese|Chinese|People's Republic of China,Mainland China,Communist China|PRC|Beijing,Peking
  CO|Colombia|Colombian|Colombians|Republic of Colombia||Bogotá,Bogota
  KM|Comoros|Comoran,Comorian|Comorans,Comorians|Union of the Comoros||Moroni
  CG|Republic of the Congo|Congolese|Congolese|Congo-Brazzaville,Congo Republic,Republic of Congo||Brazzaville
  CD|Democratic Republic of the Congo|Congolese|Congolese|Congo,Congo-Kinshasa,Democratic Republic of Congo,DR Congo,D.R. Congo|DRC|Kinshasa
  CR|Costa Rica|Costa Rican|Costa Ricans|Republic of Costa Rica||San José,San Jose
  HR|Croatia|Croatian|Croatians,Croats|Republic of Croatia||Zagreb
  CU|Cuba|Cuban|Cubans|Republic of Cuba||Havana
  CY|Cyprus|Cypriot|Cypriots|Republic of Cyprus||Nicosia
  CZ|Czech Republic|Czech|Czechs|Czechia||Prague
  DK|Denmark|Danish|Danes|Kingdom of Denmark||Copenhagen
  DJ|Djibouti|Djiboutian|Djiboutians|||Djibouti City
  DM|Dominica|Dominican|Dominicans|Commonwealth of Dominica||Roseau
  DO|Dominican Republic|Dominican|Dominicans|||Santo Domingo
  TL|East Timor|East Timorese,Timorese|East Timorese,Timorese|Timor-Leste||Dili
  EC|Ecuador|Ecuadorian,Ecuadorean|Ecuadorians,Ecuadoreans|Republic of Ecuador||Quito
  EG|Egypt|Egyptian|Egyptians|Arab Republic of Egypt||Cairo
  SV|El Salvador|Salvadoran,Salvadorean,Salvadorian|Salvadorans,Salvadoreans|Republic of El Salvador||San Salvador
  GQ|Equatorial Guinea|Equatorial Guinean,Equatoguinean|Equatorial Guineans,Equatoguineans|||Malabo
  ER|Eritrea|Eritrean|Eritreans|State of Eritrea||Asmara
  EE|Estonia|Estonian|Estonians|Republic of Estonia||Tallinn
  SZ|Eswatini|Swazi|Swazis|Swaziland,Kingdom of Eswatini||Mbabane
  ET|Ethiopia|Ethiopian|Ethiopians|Abyssinia,Federal Democratic Republic of Ethiopia||Addis Ababa
  FJ|Fiji|Fijian|Fijians|Republic of Fiji||Suva
  FI|Finland|Finnish|Finns|Republic of Finland||Helsinki
  FR|France|French|French,Frenchmen,Frenchman,Frenchwoman|French Republic||Paris
  GA|Gabon|Gabonese|Gabonese|Gabonese Republic||Libreville
  GM|Gambia|Gambian|Gambians|The Gambia,Republic of the Gambia||Banjul
  GE|Georgia|Georgian|Georgians|Republic of Georgia||Tbilisi
  DE|Germany|German|Germans|Federal Republic of Germany|FRG|Berlin
  GH|Ghana|Ghanaian|Ghanaians|Republic of Ghana||Accra
  GR|Greece|Greek|Greeks|Hellenic Republic||Athens
  GD|Grenada|Grenadian|Grenadians|||Saint George's,St. George's
  GT|Guatemala|Guatemalan|Guatemalans|Republic of Guatemala||Guatemala City
  GN|Guinea|Guinean|Guineans|Republic of Guinea,Guinea-Conakry||Conakry
  GW|Guinea-Bissau|Bissau-Guinean|Bissau-Guineans|||Bissau
  GY|Guyana|Guyanese|Guyanese|Co-operative Republic of Guyana||Georgetown
  HT|Haiti|Haitian|Haitians|Republic of Haiti||Port-au-Prince
  HN|Honduras|Honduran|Hondurans|Republic of Honduras||Tegucigalpa
  HU|Hungary|Hungarian|Hungarians|||Budapest
  IS|Iceland|Icelandic|Icelanders|Republic of Iceland||Reykjavik,Reykjavík
  IN|India|Indian|Indians|Republic of India,Bharat||New Delhi,Delhi
  ID|Indonesia|Indonesian|Indonesians|Republic of Indonesia||Jakarta,Djakarta
  IR|Iran|Iranian|Iranians|Persia,Islamic Republic of Iran||Tehran,Teheran
  IQ|Iraq|Iraqi|Iraqis|Republic of Iraq||Baghdad
  IE|Ireland|Irish|Irish,Irishmen,Irishman|Republic of Ireland,Irish Republic,Eire||Dublin
  IL|Israel|Israeli|Israelis|State of Israel||Jerusalem
  IT|Italy|Italian|Italians|Italian Republic||Rome
  CI|Ivory Coast|Ivorian,Ivoirian|Ivorians,Ivoirians|Cote d'Ivoire,Côte d'Ivoire||Yamoussoukro
  JM|Jamaica|Jamaican|Jamaicans|||Kingston
  JP|Japan|Japanese|Japanese|Nippon||Tokyo
  JO|Jordan|Jordanian|Jordanians|Hashemite Kingdom of Jordan,Kingdom of Jordan||Amman
  KZ|Kazakhstan|Kazakh,Kazakhstani|Kazakhs,Kazakhstanis|Kazakstan,Republic of Kazakhstan||Astana,Nur-Sultan
  KE|Kenya|Kenyan|Kenyans|Republic of Kenya||Nairobi
  KI|Kiribati|I-Kiribati|I-Kiribati|||Tarawa
  KP|North Korea|North Korean|North Koreans|Democratic People's Republic of Korea|DPRK|Pyongyang
  KR|South Korea|South Korean|South Koreans|Republic of Korea|ROK|Seoul
  XK|Kosovo|Kosovar,Kosovan|Kosovars,Kosovans|Republic of Kosovo||Pristina,Prishtina
  KW|Kuwait|Kuwaiti|Kuwaitis|State of Kuwait||Kuwait City
  KG|Kyrgyzstan|Kyrgyz,Kyrgyzstani,Kirghiz|Kyrgyz,Kyrgyzstanis|Kirghizia,Kyrgyz Republic,Kirgizstan||Bishkek
  LA|Laos|Laotian,Lao|Laotians|Lao People's Democratic Republic||Vientiane
  LV|Latvia|Latvian|Latvians|Republic of Latvia||Riga
  LB|Lebanon|Lebanese|Lebanese|Lebanese Republic||Beirut
  LS|Lesotho|Basotho,Lesothan|Basotho|Kingdom of Lesotho||Maseru
  LR|Liberia|Liberian|Liberians|Republic of Liberia||Monrovia
  LY|Libya|Libyan|Libyans|Libyan Arab Jamahiriya,State of Libya||Tripoli
  LI|Liechtenstein|Liechtensteiner|Liechtensteiners|||Vaduz
  LT|Lithuania|Lithuanian|Lithuanians|Republic of Lithuania||Vilnius
  LU|Luxembourg|Luxembourgish,Luxembourger|Luxembourgers|Grand Duchy of Luxembourg||Luxembourg City
  MG|Madagascar|Malagasy,Madagascan|Malagasy,Madagascans|||Antananarivo
  MW|Malawi|Malawian|Malawians|Republic of Malawi||Lilongwe
  MY|Malaysia|Malaysian|Malaysians|Federation of Malaysia||Kuala Lumpur,Putrajaya
  MV|Maldives|Maldivian|Maldivians|The Maldives,Republic of Maldives||Malé
  ML|Mali|Malian|Malians|Republic of Mali||Bamako
  MT|Malta|Maltese|Maltese|Republic of Malta||Valletta
  MH|Marshall Islands|Marshallese|Marshallese|||Majuro
  MR|Mauritania|Mauritanian|Mauritanians|Islamic Republic of Mauritania||Nouakchott
  MU|Mauritius|Mauritian|Mauritians|Republic of Mauritius||Port Louis
  MX|Mexico|Mexican|Mexicans|United Mexican States||Mexico City
  FM|Micronesia|Micronesian|Micronesians|Federated States of Micronesia||Palikir
  MD|Moldova|Moldovan,Moldavian|Moldovans,Moldavians|Moldavia,Republic of Moldova||Chisinau,Chişinău,Kishinev
  MC|Monaco|Monegasque,Monacan|Monegasques|Principality of Monaco||Monte Carlo
  MN|Mongolia|Mongolian|Mongolians,Mongols|||Ulaanbaatar,Ulan Bator
  ME|Montenegro|Montenegrin|Montenegrins|||Podgorica
  MA|Morocco|Moroccan|Moroccans|Kingdom of Morocco||Rabat
  MZ|Mozambique|Mozambican|Mozambicans|Republic of Mozambique||Maputo
  MM|Myanmar|Burmese,Myanma|Burmese|Burma,Union of Myanmar||Naypyidaw,Nay Pyi Taw,Rangoon,Yangon
  NA|Namibia|Namibian|Namibians|Republic of Namibia||Windhoek
  NR|Nauru|Nauruan|Nauruans|||Yaren
  NP|Nepal|Nepalese,Nepali|Nepalese,Nepalis|Federal Democratic Republic of Nepal||Kathmandu,Katmandu
  NL|Netherlands|Dutch|Dutch,Dutchmen,Dutchman|The Netherlands,Holland,Kingdom of the Netherlands||The Hague,Amsterdam
  NZ|New Zealand|New Zealand,Kiwi|New Zealanders,Kiwis|Aotearoa|NZ|Wellington
  NI|Nicaragua|Nicaraguan|Nicaraguans|Republic of Nicaragua||Managua
  NE|Niger|Nigerien|Nigeriens|Republic of Niger||Niamey
  NG|Nigeria|Nigerian|Nigerians|Federal Republic of Nigeria||Abuja
  MK|North Macedonia|Macedonian,North Macedonian|Macedonians,North Macedonians|Macedonia,Republic of Macedonia,Former Yugoslav Republic of Macedonia|FYROM|Skopje
  NO|Norway|Norwegian|Norwegians|Kingdom of Norway||Oslo
  OM|Oman|Omani|Omanis|Sultanate of Oman||Muscat
  PK|Pakistan|Pakistani|Pakistanis|Islamic Republic of Pakistan||Islamabad
  PW|Palau|Palauan|Palauans|Republic of Palau||Ngerulmud
  PS|Palestine|Palestinian|Palestinians|State of Palestine,Palestinian Territories,Palestinian territories,Occupied Palestinian Territory||Ramallah
  PA|Panama|Panamanian|Panamanians|Republic of Panama||Panama City
  PG|Papua New Guinea|Papua New Guinean,Papuan|Papua New Guineans,Papuans||PNG|Port Moresby
  PY|Paraguay|Paraguayan|Paraguayans|Republic of Paraguay||Asunción,Asuncion
  PE|Peru|Peruvian|Peruvians|Republic of Peru||Lima
  PH|Philippines|Philippine,Filipino|Filipinos,Filipinas|The Philippines,Republic of the Philippines||Manila
  PL|Poland|Polish|Poles|Republic of Poland||Warsaw
  PT|Portugal|Portuguese|Portuguese|Portuguese Republic||Lisbon
  QA|Qatar|Qatari|Qataris|State of Qatar||Doha
  RO|Romania|Romanian|Romanians|Rumania||Bucharest
  RU|Russia|Russian|Russians|Russian Federation||Moscow
  RW|Rwanda|Rwandan|Rwandans|Republic of Rwanda||Kigali
  KN|Saint Kitts and Nevis|Kittitian,Nevisian|Kittitians,Nevisians|St. Kitts and Nevis,St Kitts||Basseterre
  LC|Saint Lucia|Saint Lucian,St. Lucian|Saint Lucians,St. Lucians|St. Lucia||Castries
  VC|Saint Vincent and the Grenadines|Vincentian|Vincentians|St. Vincent and the Grenadines,St. Vincent||Kingstown
  WS|Samoa|Samoan|Samoans|Western Samoa||Apia
  SM|San Marino|Sammarinese|Sammarinese|||City of San Marino
  ST|São Tomé and Príncipe|São Toméan,Sao Tomean|São Toméans|Sao Tome and Principe,Sao Tome||São Tomé
  SA|Saudi Arabia|Saudi,Saudi Arabian|Saudis,Saudi Arabians|Kingdom of Saudi Arabia|KSA|Riyadh
  SN|Senegal|Senegalese|Senegalese|Republic of Senegal||Dakar
  RS|Serbia|Serbian|Serbs,Serbians|Republic of Serbia||Belgrade
  SC|Seychelles|Seychellois|Seychellois|The Seychelles||Victoria
  SL|Sierra Leone|Sierra Leonean|Sierra Leoneans|||Freetown
  SG|Singapore|Singaporean|Singaporeans|Republic of Singapore||
  SK|Slovakia|Slovak,Slovakian|Slovaks,Slovakians|Slovak Republic||Bratislava
  SI|Slovenia|Slovenian,Slovene|Slovenians,Slovenes|Republic of Slovenia||Ljubljana
  SB|Solomon Islands|Solomon Islander|Solomon Islanders|The Solomons||Honiara
  SO|Somalia|Somali,Somalian|Somalis,Somalians|Federal Republic of Somalia||Mogadishu
  ZA|South Africa|South African|South Africans|Republic of South Africa|RSA|Pretoria
  SS|South Sudan|South Sudanese|South Sudanese|||Juba
  ES|Spain|Spanish|Spaniards,Spaniard|Kingdom of Spain||Madrid
  LK|Sri Lanka|Sri Lankan|Sri Lankans|Ceylon||Colombo
  SD|Sudan|Sudanese|Sudanese|The Sudan||Khartoum
  SR|Suriname|Surinamese|Surinamese|Surinam||Paramaribo
  SE|Sweden|Swedish|Swedes|Kingdom of Sweden||Stockholm
  CH|Switzerland|Swiss|Swiss|Swiss Confederation||Bern,Berne
  SY|Syria|Syrian|Syrians|Syrian Arab Republic||Damascus
  TW|Taiwan|Taiwanese|Taiwanese|Republic of China,Chinese Taipei,Formosa|ROC|Taipei
  TJ|Tajikistan|Tajik,Tajikistani,Tadjik|Tajiks,Tajikistanis|Tadzhikistan,Republic of Tajikistan||Dushanbe
  TZ|Tanzania|Tanzanian|Tanzanians|United Republic of Tanzania,Tanganyika||Dodoma
  TH|Thailand|Thai|Thais|Siam,Kingdom of Thailand||Bangkok
  TG|Togo|Togolese|Togolese|||Lomé,Lome
  TO|Tonga|Tongan|Tongans|Kingdom of Tonga||Nuku'alofa
  TT|Trinidad and Tobago|Trinidadian,Tobagonian|Trinidadians,Tobagonians|Trinidad||Port of Spain
  TN|Tunisia|Tunisian|Tunisians|Republic of Tunisia||Tunis
  TR|Turkey|Turkish|Turks|Republic of Turkey,Türkiye,Turkiye||Ankara
  TM|Turkmenistan|Turkmen,Turkmenistani|Turkmens,Turkmen|Turkmenia||Ashgabat,Ashkhabad
  TV|Tuvalu|Tuvaluan|Tuvaluans|||Funafuti
  UG|Uganda|Ugandan|Ugandans|Republic of Uganda||Kampala
  UA|Ukraine|Ukrainian|Ukrainians|||Kyiv,Kiev
  AE|United Arab Emirates|Emirati|Emiratis|The Emirates,Emirates|UAE,U.A.E.|Abu Dhabi
  GB|United Kingdom|British,UK|British,Britons,Briton,Brits|Britain,Great Britain,United Kingdom of Great Britain and Northern Ireland|UK,U.K.,GB|London
  US|United States|American,US,U.S.|Americans|United States of America,America,Untied States|US,U.S.,USA,U.S.A.|Washington,Washington DC,Washington D.C.,District of Columbia
  UY|Uruguay|Uruguayan|Uruguayans|||Montevideo
  UZ|Uzbekistan|Uzbek,Uzbekistani|Uzbeks,Uzbekistanis|Republic of Uzbekistan||Tashkent
  VU|Vanuatu|Vanuatuan,Ni-Vanuatu|Vanuatuans|New Hebrides||Port Vila
  VA|Vatican City|Vatican|||| 
  VE|Venezuela|Venezuelan|Venezuelans|Bolivarian Republic of Venezuela||Caracas
  VN|Vietnam|Vietnamese|Vietnamese|Viet Nam,Socialist Republic of Vietnam||Hanoi
  YE|Yemen|Yemeni,Yemenite|Yemenis,Yemenites|Republic of Yemen||Sanaa,Sana'a
  ZM|Zambia|Zambian|Zambians|Republic of Zambia||Lusaka
  ZW|Zimbabwe|Zimbabwean|Zimbabweans|Rhodesia||Harare
  """

/// Lands that are no states of their own, written as in `countryTable`.
let territoryTable = """
  AX|Åland|Åland|Ålanders|Aland Islands||Mariehamn
  AS|American Samoa|American Samoan|American Samoans|||Pago Pago
  AI|Anguilla|Anguillan|Anguillans|||
  AQ|Antarctica|Antarctic|||| 
  AW|Aruba|Aruban|Arubans|||Oranjestad
  BM|Bermuda|Bermudian|Bermudians|||
  VG|British Virgin Islands|British Virgin Islander|British Virgin Islanders||BVI|
  KY|Cayman Islands|Caymanian|Caymanians|||
  CX|Christmas Island|||||
  CK|Cook Islands|Cook Islander|Cook Islanders|||
  CW|Curaçao|Curaçaoan|Curaçaoans|Curacao||Willemstad
  FK|Falkland Islands|Falkland Islander|Falkland Islanders|Falklands,Islas Malvinas,Malvinas||
  FO|Faroe Islands|Faroese|Faroese|Faroes||Tórshavn
  GF|French Guiana|French Guianese|French Guianese|||Cayenne
  PF|French Polynesia|French Polynesian|French Polynesians|Tahiti||Papeete
  GI|Gibraltar|Gibraltarian|Gibraltarians|||
  GL|Greenland|Greenlandic|Greenlanders|||Nuuk
  GP|Guadeloupe|Guadeloupean|Guadeloupeans|||
  GU|Guam|Guamanian|Guamanians|||
  GG|Guernsey||||| 
  HK|Hong Kong|Hong Kong,Hongkonger|Hong Kongers,Hongkongers|Hongkong|HKSAR|
  IM|Isle of Man|Manx||||
  JE|Jersey|||||
  MO|Macau|Macanese|Macanese|Macao||
  MQ|Martinique|Martinican|Martinicans|||
  YT|Mayotte|Mahoran|Mahorans|||
  NC|New Caledonia|New Caledonian|New Caledonians|||Nouméa
  NU|Niue|Niuean|Niueans|||
  MP|Northern Mariana Islands||||| 
  PR|Puerto Rico|Puerto Rican|Puerto Ricans|||San Juan
  RE|Réunion|Réunionese|Réunionese|Reunion Island||
  VI|U.S. Virgin Islands|||United States Virgin Islands,US Virgin Islands,Virgin Islands||
  EH|Western Sahara|Sahrawi,Saharawi|Sahrawis,Saharawis|Sahrawi Arab Democratic Republic||
  """

/// `name|adjectives|peoples|other names|abbreviations|ISO of the successor, where there is one`.
let formerCountryTable = """
  Soviet Union|Soviet|Soviets|Union of Soviet Socialist Republics,Soviet Russia|USSR,U.S.S.R.|
  Yugoslavia|Yugoslav,Yugoslavian|Yugoslavs,Yugoslavians|Federal Republic of Yugoslavia||
  Serbia and Montenegro||||
  Czechoslovakia|Czechoslovak,Czechoslovakian|Czechoslovaks,Czechoslovakians|||
  East Germany|East German|East Germans|German Democratic Republic|GDR,DDR|
  West Germany|West German|West Germans|||
  Nazi Germany|Nazi|Nazis|Third Reich,German Reich||
  Ottoman Empire|Ottoman|Ottomans|||
  Austria-Hungary|Austro-Hungarian|Austro-Hungarians|Austro-Hungarian Empire,Habsburg Empire||
  Prussia|Prussian|Prussians|Kingdom of Prussia||
  Roman Empire|Roman|Romans|Ancient Rome||
  Byzantine Empire|Byzantine|Byzantines|Byzantium||
  British Empire|||||
  British India|||British Raj||
  British Malaya|||Malaya||
  Dutch East Indies|||Netherlands East Indies||
  French Indochina|||||
  French West Africa|||||
  Belgian Congo|||||
  German East Africa|||||
  German South West Africa|||||
  Soviet Ukraine|||Ukrainian SSR,Ukrainian Soviet Socialist Republic||
  Russian SFSR|||Russian Soviet Federative Socialist Republic|RSFSR|
  Byelorussian SSR|||Belarusian SSR,Byelorussian Soviet Socialist Republic||
  Georgian SSR|||Georgian Soviet Socialist Republic||
  Estonian SSR|||||
  Latvian SSR|||||
  Lithuanian SSR|||||
  Armenian SSR|||||
  Azerbaijan SSR|||||
  Kazakh SSR|||||
  Uzbek SSR|||||
  Holy Roman Empire||||
  Russian Empire|Tsarist||Imperial Russia,Tsarist Russia||
  Zaire|Zairian,Zairean|Zairians,Zaireans|||
  South Vietnam|South Vietnamese|South Vietnamese|||
  North Vietnam|North Vietnamese|North Vietnamese|||
  South Yemen|South Yemeni|South Yemenis|||
  North Yemen|North Yemeni|North Yemenis|||
  United Arab Republic||||
  Mesopotamia|Mesopotamian|Mesopotamians|||
  Babylonia|Babylonian|Babylonians|Babylon||
  Abkhazia|Abkhaz,Abkhazian|Abkhazians,Abkhazes|||
  """
