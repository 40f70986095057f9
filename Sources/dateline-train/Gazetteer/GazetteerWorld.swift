/// Continents, seas and regions of the world and of states:
/// `name|adjectives|peoples|other names|abbreviations|ISO of the state it lies in`.
let regionTable = """
  Africa|African|Africans|||
  Asia|Asian|Asians|||
  Europe|European|Europeans|||
  North America|North American|North Americans|||
  South America|South American|South Americans|||
  Central America|Central American|Central Americans|||
  Latin America|Latin American,Latino|Latin Americans|||
  Americas|||the Americas||
  Oceania|Oceanian||||
  Middle East|Middle Eastern|Middle Easterners|Mideast,Near East||
  Far East|Far Eastern||||
  Gulf|||||
  Persian Gulf|||Arabian Gulf||
  Central Asia|Central Asian|Central Asians|||
  South Asia|South Asian|South Asians|||
  Southeast Asia|Southeast Asian|Southeast Asians|South-East Asia,South East Asia||
  East Asia|East Asian|East Asians|||
  Northeast Asia|Northeast Asian||||
  Asia-Pacific|||Asia Pacific||
  Indo-Pacific|||||
  Eurasia|Eurasian|Eurasians|||
  Eastern Europe|Eastern European,East European|Eastern Europeans|||
  Western Europe|Western European,West European|Western Europeans|||
  Central Europe|Central European|Central Europeans|||
  Northern Europe|Northern European||||
  Southern Europe|Southern European||||
  Scandinavia|Scandinavian,Nordic|Scandinavians|||
  Baltics|Baltic||Baltic States,Baltic states||
  Balkans|Balkan||Balkan Peninsula||
  Caucasus|Caucasian||South Caucasus,North Caucasus||
  Caribbean|||West Indies||
  North Africa|North African|North Africans|||
  West Africa|West African|West Africans|||
  East Africa|East African|East Africans|||
  Central Africa|||||
  Southern Africa|Southern African|Southern Africans|||
  Sub-Saharan Africa|Sub-Saharan||sub-Saharan Africa||
  Horn of Africa|||||
  Sahel|Sahelian||||
  Maghreb|Maghrebi||||
  Sahara|Saharan||Sahara Desert||
  Levant|Levantine||||
  Arabian Peninsula|||Arabia||
  Sinai|||Sinai Peninsula||EG
  Kurdistan|Kurdish|Kurds|||
  Iraqi Kurdistan|||Kurdistan Region||IQ
  Polynesia|Polynesian|Polynesians|||
  Melanesia|Melanesian|Melanesians|||
  Siberia|Siberian|Siberians|||RU
  Ural|||Urals,Ural Mountains||RU
  Chechnya|Chechen|Chechens|||RU
  Dagestan|Dagestani|Dagestanis|||RU
  Ingushetia|Ingush|Ingush|||RU
  Tatarstan|Tatar|Tatars|||RU
  Crimea|Crimean|Crimeans|Crimean Peninsula||UA
  Donbas|||Donbass||UA
  Transnistria|Transnistrian|Transnistrians|Trans-Dniester||MD
  South Ossetia|South Ossetian|South Ossetians|||GE
  Nagorno-Karabakh|||Karabakh,Artsakh||AZ
  Gaza Strip|Gazan|Gazans|Gaza||PS
  West Bank|||Judea and Samaria||PS
  East Jerusalem|||||
  Golan Heights|||Golan||
  Galilee|||||IL
  Negev|||||IL
  Kashmir|Kashmiri|Kashmiris|Jammu and Kashmir||IN
  Punjab|Punjabi|Punjabis|||IN
  Sindh|Sindhi|Sindhis|||PK
  Balochistan|Baloch,Baluch|Baloch,Baluchis|Baluchistan||PK
  Khyber Pakhtunkhwa|||||PK
  Bengal|Bengali|Bengalis|West Bengal||IN
  Tibet|Tibetan|Tibetans|||CN
  Xinjiang|||||CN
  Inner Mongolia|||||CN
  Manchuria|||||CN
  Korean Peninsula|Korean|Koreans|Korea||
  Hokkaido|||||JP
  Okinawa|Okinawan|Okinawans|||JP
  Darfur|Darfuri|Darfuris|||SD
  Tigray|Tigrayan|Tigrayans|||ET
  Oromia|||||ET
  Somaliland|||||SO
  Puntland|||||SO
  Zanzibar|Zanzibari|Zanzibaris|||TZ
  Biafra|||||NG
  Katanga|||||CD
  North Kivu|||||CD
  Aceh|Acehnese|Acehnese|||ID
  Bali|Balinese|Balinese|||ID
  Java|Javanese|Javanese|||ID
  Sumatra|Sumatran|Sumatrans|||ID
  Borneo|||||
  Kalimantan|||||ID
  New Guinea|||||
  Papua|||West Papua||ID
  Mindanao|||||PH
  Luzon|||||PH
  England|English|English,Englishmen,Englishman|||GB
  Scotland|Scottish,Scots|Scots,Scotsman|||GB
  Wales|Welsh|Welsh,Welshman|||GB
  Northern Ireland|Northern Irish||Ulster||GB
  Yorkshire|||||GB
  Cornwall|Cornish||||GB
  Catalonia|Catalan|Catalans|Catalunya||ES
  Basque Country|Basque|Basques|||ES
  Galicia|Galician|Galicians|||ES
  Andalusia|Andalusian|Andalusians|||ES
  Castile|Castilian|Castilians|||ES
  Canary Islands|||Canaries||ES
  Balearic Islands|||||ES
  Iberia|Iberian||Iberian Peninsula||
  Brittany|Breton|Bretons|||FR
  Normandy|Norman||||FR
  Corsica|Corsican|Corsicans|||FR
  Alsace|Alsatian||||FR
  Provence|||||FR
  Île-de-France|||||FR
  Flanders|Flemish|Flemings|||BE
  Wallonia|Walloon|Walloons|||BE
  Bavaria|Bavarian|Bavarians|||DE
  Saxony|Saxon|Saxons|||DE
  Rhineland|||||DE
  North Rhine-Westphalia|||||DE
  Silesia|Silesian|Silesians|||PL
  Pomerania|||||PL
  Tuscany|Tuscan|Tuscans|||IT
  Lombardy|Lombard||||IT
  Sicily|Sicilian|Sicilians|||IT
  Sardinia|Sardinian|Sardinians|||IT
  Tyrol|||South Tyrol||
  Transylvania|Transylvanian||||RO
  Bohemia|Bohemian||||CZ
  Moravia|Moravian||||CZ
  Republika Srpska|||||BA
  Vojvodina|||||RS
  Crete|Cretan||||GR
  Lesbos|||||GR
  Thrace|||||
  Anatolia|Anatolian||||TR
  Lapland|||||FI
  Patagonia|Patagonian||||
  Amazon|Amazonian||Amazon rainforest,Amazonia||
  Galapagos Islands|||Galapagos||EC
  Quebec|Quebecois,Québécois|Quebecers,Quebeckers|Québec||CA
  Ontario|||||CA
  British Columbia|||||CA
  Alberta|Albertan|Albertans|||CA
  Manitoba|||||CA
  Saskatchewan|||||CA
  Nova Scotia|||||CA
  New Brunswick|||||CA
  Newfoundland|||Newfoundland and Labrador||CA
  Prince Edward Island|||||CA
  Yukon|||||CA
  Nunavut|||||CA
  Northwest Territories|||||CA
  New South Wales|||||AU
  Queensland|||||AU
  Tasmania|Tasmanian|Tasmanians|||AU
  Western Australia|||||AU
  South Australia|||||AU
  Northern Territory|||||AU
  Midwest|Midwestern||American Midwest||US
  New England|||||US
  Pacific Northwest|||||US
  Deep South|||||US
  East Coast|||||US
  West Coast|||||US
  Gulf Coast|||||US
  Bay Area|||San Francisco Bay Area||US
  Silicon Valley|||||US
  Manhattan|||||US
  Brooklyn|||||US
  Queens|||||US
  Bronx|||||US
  Staten Island|||||US
  Harlem|||||US
  Hollywood|||||US
  Long Island|||||US
  Cape Cod|||||US
  Guantanamo Bay|||Guantánamo Bay,Guantanamo,Guantánamo||CU
  Capitol Hill|||||US
  Arctic|||||
  Atlantic|||Atlantic Ocean,North Atlantic,South Atlantic||
  Pacific|||Pacific Ocean,South Pacific,North Pacific||
  Indian Ocean|||||
  Arctic Ocean|||||
  Southern Ocean|||||
  Mediterranean|||Mediterranean Sea||
  Black Sea|||||
  Red Sea|||||
  Caspian Sea|||Caspian||
  Baltic Sea|||||
  North Sea|||||
  South China Sea|||||
  East China Sea|||||
  Sea of Azov|||||
  Aegean Sea|||Aegean||
  Adriatic|||Adriatic Sea||
  Dead Sea|||||
  Caribbean Sea|||||
  Gulf of Mexico|||||US
  Gulf of Aden|||||
  Gulf of Oman|||||
  Strait of Hormuz|||||
  Taiwan Strait|||||
  English Channel|||||
  Bosphorus|||Bosporus||TR
  Suez Canal|||||EG
  Panama Canal|||||PA
  Bay of Bengal|||||
  Nile|||Nile River||
  Danube|||||
  Rhine|||||
  Euphrates|||||
  Tigris|||||
  Mekong|||||
  Yangtze|||||CN
  Volga|||||RU
  Dnieper|||Dnipro River||UA
  Mississippi River|||||US
  Rio Grande|||||US
  Himalayas|Himalayan||Himalaya||
  Alps|Alpine||||
  Andes|Andean||||
  Pyrenees|||||
  Rocky Mountains|||Rockies||US
  Appalachia|Appalachian||||US
  Mount Everest|||||NP
  Great Lakes|||||
  Donetsk|||||UA
  Luhansk|||Lugansk||UA
  Mars|Martian||||
  Moon|||||
  """

/// Peoples, faiths and camps that are no state's: `name|adjectives|other names`, and of those that
/// have parties `|adjective of the party`.
let groupTable = """
  the West|Western,Westerner,Westerners|
  Arabs|Arab,Arabic|
  Jews|Jewish,Jew|
  Muslims|Muslim,Moslem,Islamic|Moslems
  Christians|Christian|
  Catholics|Catholic,Roman Catholic|Roman Catholics
  Protestants|Protestant|
  Orthodox Christians|Orthodox|
  Hindus|Hindu|
  Buddhists|Buddhist|
  Sikhs|Sikh|
  Shiites|Shiite,Shia,Shi'ite,Shi'a|Shias,Shi'ites
  Sunnis|Sunni|
  Sufis|Sufi|
  Alawites|Alawite|
  Druze||
  Yazidis|Yazidi,Yezidi|Yezidis
  Maronites|Maronite|
  Copts|Coptic,Copt|
  Mormons|Mormon|
  Anglicans|Anglican|
  Methodists|Methodist|
  Baptists|Baptist|
  Lutherans|Lutheran|
  Evangelicals||
  Ahmadis|Ahmadi|
  Bahais|Bahai,Baha'i|
  Zionists|Zionist|
  Islamists|Islamist|
  Communists|Communist||Communist
  Marxists|Marxist|
  Maoists|Maoist|
  Democrats|Democrat,Democratic||Democratic
  Republicans|Republican||Republican
  Conservatives||Tories|Conservative
  Liberals|||Liberal
  Liberal Democrats|Liberal Democrat|Lib Dems
  Kurds||
  Uyghurs|Uyghur,Uighur|Uighurs
  Rohingya||Rohingyas
  Pashtuns|Pashtun|
  Hazaras|Hazara|
  Tamils|Tamil|
  Sinhalese||
  Hausa||
  Yoruba||
  Igbo||
  Fulani||
  Hutus|Hutu|
  Tutsis|Tutsi|
  Zulus|Zulu|
  Oromos|Oromo|
  Amharas|Amhara|
  Tuaregs|Tuareg|
  Berbers|Berber|
  Bedouins|Bedouin|
  Roma||
  Slavs|Slavic,Slav|
  Cossacks|Cossack|
  Hispanics|Hispanic|
  Latinos||Latinas
  African Americans|African American,African-American|African-Americans
  Native Americans|Native American|
  Asian Americans|Asian American,Asian-American|Asian-Americans
  Aboriginal Australians|Aboriginal,Aborigine|Aborigines
  Maori|Māori|
  Inuit||
  Cherokee||
  Navajo||
  Sioux||
  Mayans|Mayan|
  Aztecs|Aztec|
  Incas|Inca,Incan|
  Vikings|Viking|
  Anglo-Saxons|Anglo-Saxon|
  Bosniaks|Bosniak|
  Ashkenazim|Ashkenazi|
  Germanic peoples|Germanic|
  """

/// Seats of power and what news calls a government by, as organisations: `name|other names|ISO`.
let seatTable = """
  Kremlin||RU
  White House||US
  Pentagon||US
  Downing Street|10 Downing Street,Number 10,No. 10,No 10|GB
  Whitehall||GB
  Buckingham Palace||GB
  Westminster||GB
  Élysée|Elysee,Élysée Palace,Elysee Palace|FR
  Quai d'Orsay||FR
  Matignon||FR
  Bundestag||DE
  Bundesrat||DE
  Blue House|Cheong Wa Dae|KR
  Zhongnanhai||CN
  Rashtrapati Bhavan||IN
  South Block||IN
  Quirinal|Quirinal Palace,Quirinale|IT
  Palazzo Chigi||IT
  Planalto|Planalto Palace,Palácio do Planalto|BR
  Casa Rosada||AR
  Los Pinos||MX
  Çankaya|Cankaya|TR
  Union Buildings||ZA
  Merdeka Palace||ID
  Rideau Hall||CA
  Parliament Hill||CA
  Kirribilli House||AU
  Moncloa|Moncloa Palace,La Moncloa|ES
  Zarzuela|Zarzuela Palace|ES
  Kantei||JP
  Malacañang|Malacanang,Malacañang Palace,Malacanang Palace|PH
  Aso Rock||NG
  Foreign Office|Foreign and Commonwealth Office,Foreign Commonwealth and Development Office|GB
  Foggy Bottom||US
  Wall Street||US
  Miraflores|Miraflores Palace|VE
  La Moneda|La Moneda Palace|CL
  Casa de Nariño||CO
  Bankova||UA
  Holy See||VA
  Sublime Porte|| 
  Berlaymont||
  """
