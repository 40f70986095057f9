/// Parties and armed movements beside those of `organizationTable`, in its form.
let partyTable = """
  Brothers of Italy|Fratelli d'Italia||IT
  Forza Italia|||IT
  France Unbowed|La France Insoumise||FR
  Les Républicains|Les Republicains||FR
  New Popular Front|||FR
  Civic Platform|Civic Coalition||PL
  Party for Freedom||PVV|NL
  Free Democratic Party||FDP|DE
  The Left Party|Die Linke||DE
  Sweden Democrats|||SE
  Danish People's Party|||DK
  Finns Party|True Finns||FI
  Freedom Party of Austria||FPÖ|AT
  Austrian People's Party||ÖVP|AT
  Swiss People's Party||SVP|CH
  Vlaams Belang|||BE
  New Flemish Alliance||N-VA|BE
  Reform UK|||GB
  Brexit Party|||GB
  Fianna Fáil|Fianna Fail||IE
  Fine Gael|||IE
  New Democracy|||GR
  Golden Dawn|||GR
  Republican People's Party||CHP|TR
  Nationalist Movement Party||MHP|TR
  Peoples' Democratic Party||HDP|TR
  Servant of the People|||UA
  Yesh Atid|||IL
  Otzma Yehudit|Jewish Power||IL
  Awami League|||BD
  Bangladesh Nationalist Party||BNP|BD
  Pakistan Muslim League|Pakistan Muslim League-Nawaz|PML-N|PK
  Muttahida Qaumi Movement||MQM|PK
  Trinamool Congress|All India Trinamool Congress|TMC|IN
  Samajwadi Party|||IN
  Bahujan Samaj Party||BSP|IN
  Shiv Sena|||IN
  Dravida Munnetra Kazhagam||DMK|IN
  Nationalist Congress Party||NCP|IN
  Communist Party of Nepal|||NP
  Nepali Congress|||NP
  Sri Lanka Freedom Party|||LK
  United National Party|||LK
  Pheu Thai|Pheu Thai Party||TH
  Move Forward Party|Future Forward Party||TH
  People's Action Party|||SG
  Barisan Nasional|||MY
  Pakatan Harapan|||MY
  United Malays National Organisation||UMNO|MY
  Golkar|||ID
  Komeito|New Komeito||JP
  Constitutional Democratic Party of Japan|||JP
  Workers' Party of Korea|||KP
  People Power Party|||KR
  Democratic Alliance|||ZA
  Economic Freedom Fighters||EFF|ZA
  Inkatha Freedom Party|||ZA
  Movement for Democratic Change||MDC|ZW
  All Progressives Congress||APC|NG
  People's Democratic Party||PDP|NG
  Orange Democratic Movement||ODM|KE
  National Democratic Congress|||GH
  New Patriotic Party|||GH
  Chama Cha Mapinduzi|||TZ
  National Resistance Movement|||UG
  Ennahda|||TN
  Institutional Revolutionary Party||PRI|MX
  National Action Party||PAN|MX
  Party of the Democratic Revolution||PRD|MX
  United Socialist Party of Venezuela||PSUV|VE
  Movement for Socialism|Movement Toward Socialism||BO
  Justicialist Party|||AR
  La Libertad Avanza|||AR
  Parti Québécois|Parti Quebecois||CA
  One Nation|||AU
  Tehrik-i-Taliban Pakistan|Tehreek-e-Taliban Pakistan,Pakistani Taliban|TTP|
  March 23 Movement|M23||
  Allied Democratic Forces||ADF|
  """

/// Watchers and firms beside those of `organizationTable`, in its form.
let firmTable = """
  Syrian Observatory for Human Rights||SOHR|
  International Crisis Group|||
  White Helmets|Syria Civil Defence||
  Anthropic|||
  Starlink|||
  BYD|||CN
  TSMC|Taiwan Semiconductor Manufacturing,Taiwan Semiconductor Manufacturing Company||TW
  Foxconn|Hon Hai||TW
  Evergrande|China Evergrande,Evergrande Group||CN
  Adani Group|||IN
  Glencore|||CH
  Anglo American|||GB
  Maersk|A.P. Moller-Maersk||DK
  Novo Nordisk|||DK
  Sanofi|||FR
  Société Générale|Societe Generale||FR
  Standard Chartered|||GB
  Lyft|||US
  Eli Lilly|Eli Lilly and Company||US
  Stellantis|||
  Bellingcat|||
  """
