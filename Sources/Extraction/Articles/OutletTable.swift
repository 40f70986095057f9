/// The world's agencies, broadcasters and papers of record, from general knowledge.
extension OutletNames {
  static let outlets: [String] = [
    // Agencies
    "Reuters", "Associated Press", "AP", "AFP", "Agence France-Presse", "Bloomberg", "UPI",
    "United Press International", "Xinhua", "TASS", "Interfax", "RIA Novosti", "Sputnik", "DPA",
    "EFE", "ANSA", "Kyodo", "Kyodo News", "Jiji Press", "Yonhap", "PTI", "Press Trust of India",
    "IANS", "ANI", "IRNA", "ISNA", "Tasnim", "Mehr", "Fars News", "Anadolu Agency", "Ukrinform",
    "UNIAN", "BelTA", "Kazinform", "Trend", "APA", "Press Association", "PA Media", "AAP",
    "Canadian Press", "SANA", "WAFA", "Petra", "QNA", "SPA", "WAM", "MENA", "Antara", "Bernama",
    "Vietnam News Agency", "KCNA", "Lusa", "Belga", "ANP", "APA", "PAP", "CTK", "MTI", "Agerpres",
    "HINA", "Tanjug", "NTB", "TT", "Ritzau", "STT", "ITAR-TASS", "Inter Press Service",
    "Religion News Service", "States Newsroom", "Kaiser Health News", "ProPublica",
    // United States
    "ABC News", "CBS News", "NBC News", "CNN", "CNBC", "MSNBC", "Fox News", "Fox Business", "PBS",
    "PBS NewsHour", "NPR", "VOA", "Voice of America", "Radio Free Europe", "Radio Free Asia",
    "RFE/RL", "The New York Times", "The Washington Post", "The Wall Street Journal",
    "USA Today", "Los Angeles Times", "Chicago Tribune", "The Boston Globe", "New York Post",
    "New York Daily News", "Newsday", "San Francisco Chronicle", "The Mercury News",
    "Houston Chronicle", "The Dallas Morning News", "Miami Herald", "Tampa Bay Times",
    "The Atlanta Journal-Constitution", "The Philadelphia Inquirer", "The Baltimore Sun",
    "The Seattle Times", "The Denver Post", "Star Tribune", "Detroit Free Press",
    "The Detroit News", "Minneapolis Star Tribune", "The Arizona Republic", "The Oregonian",
    "The Sacramento Bee", "The Plain Dealer", "St. Louis Post-Dispatch", "Las Vegas Sun",
    "The Christian Science Monitor", "The Hill", "Politico", "Axios", "Vox", "Slate", "Salon",
    "The Atlantic", "The New Yorker", "Time", "Newsweek", "Forbes", "Fortune",
    "Business Insider", "Insider", "HuffPost", "BuzzFeed News", "BuzzFeed", "The Daily Beast",
    "The Intercept", "The Nation", "National Review", "Mother Jones", "Foreign Policy",
    "Foreign Affairs", "The Verge", "Wired", "TechCrunch", "Ars Technica", "Engadget",
    "Gizmodo", "MarketWatch", "Barron's", "Yahoo News", "Yahoo Finance", "Google News",
    "The Epoch Times", "Breitbart", "Newsmax", "The Washington Times", "Washington Examiner",
    "The Washington Free Beacon", "The Daily Caller", "ESPN", "Sports Illustrated",
    "Rolling Stone", "Variety", "The Hollywood Reporter", "Deadline", "Scientific American",
    "National Geographic", "Defense News", "Military Times", "Stars and Stripes", "Roll Call",
    "The Conversation", "Lawfare", "Just Security", "Vanity Fair", "Esquire", "Quartz",
    // United Kingdom and Ireland
    "BBC", "BBC News", "BBC Sport", "ITV News", "Sky News", "Channel 4 News", "Channel 4",
    "The Guardian", "The Observer", "The Times", "The Sunday Times", "The Telegraph",
    "The Daily Telegraph", "The Independent", "Financial Times", "The Economist", "Daily Mail",
    "Mail Online", "MailOnline", "The Mail on Sunday", "Daily Mirror", "The Mirror", "The Sun",
    "Daily Express", "Evening Standard", "Metro", "The i Paper", "The Scotsman", "The Herald",
    "The Spectator", "New Statesman", "Middle East Eye", "Iran International", "The Irish Times",
    "Irish Independent", "Irish Examiner", "RTÉ News", "The Journal", "Belfast Telegraph",
    "The National", "Nature", "New Scientist", "The Lancet", "openDemocracy",
    // Europe
    "Deutsche Welle", "DW", "Der Spiegel", "Die Zeit", "Die Welt", "Süddeutsche Zeitung",
    "Frankfurter Allgemeine Zeitung", "Bild", "Handelsblatt", "Tagesschau", "France 24",
    "Radio France Internationale", "RFI", "Le Monde", "Le Figaro", "Libération", "Les Echos",
    "Euronews", "Politico Europe", "EUobserver", "Euractiv", "El País", "El Mundo", "ABC",
    "La Vanguardia", "Corriere della Sera", "La Repubblica", "La Stampa", "Il Sole 24 Ore",
    "RAI News", "NRC", "De Telegraaf", "de Volkskrant", "De Standaard", "Le Soir",
    "Neue Zürcher Zeitung", "Swissinfo", "Der Standard", "Die Presse", "Kurier", "Aftenposten",
    "NRK", "Dagens Nyheter", "Svenska Dagbladet", "Politiken", "Helsingin Sanomat", "Yle",
    "Gazeta Wyborcza", "Rzeczpospolita", "Notes from Poland", "TVP World", "Balkan Insight",
    "Kathimerini", "ekathimerini", "Hurriyet Daily News", "Daily Sabah", "TRT World",
    "Novaya Gazeta", "Kommersant", "Vedomosti", "Izvestia", "RT", "The Moscow Times", "Meduza",
    "Pravda", "Kyiv Post", "The Kyiv Independent", "Ukrainska Pravda", "RBC", "RBC-Ukraine",
    "OC Media", "Eurasianet", "Civil Georgia", "Bellingcat", "Vatican News",
    // Middle East and Africa
    "Al Jazeera", "Al Jazeera English", "Al Arabiya", "Al Arabiya English", "Arab News",
    "Asharq Al-Awsat", "Al-Monitor", "Al Mayadeen", "Al-Ahram", "Ahram Online", "Gulf News",
    "Khaleej Times", "Gulf Times", "The Peninsula", "Haaretz", "The Jerusalem Post",
    "The Times of Israel", "Times of Israel", "Ynet", "Ynetnews", "Israel Hayom", "i24NEWS",
    "Jewish Telegraphic Agency", "Press TV", "Tehran Times", "Tehran Bureau", "Rudaw",
    "Kurdistan 24", "L'Orient Today", "Naharnet", "The Daily Star", "The New Arab",
    "Middle East Monitor", "Egypt Independent", "Daily News Egypt", "The East African",
    "Daily Nation", "The Standard", "Mail & Guardian", "News24", "Daily Maverick", "BusinessDay",
    "IOL", "eNCA", "SABC News", "Punch", "Vanguard", "Premium Times", "The Guardian Nigeria",
    "ThisDay", "Daily Trust", "Addis Standard", "The Africa Report", "AllAfrica", "The Herald",
    "Daily Monitor", "New Vision", "The New Times", "GhanaWeb",
    // Asia and Oceania
    "The Times of India", "Times of India", "Hindustan Times", "The Hindu", "The Indian Express",
    "The Economic Times", "Business Standard", "Mint", "NDTV", "India Today", "News18",
    "The Wire", "Scroll.in", "The Print", "ThePrint", "The Telegraph India", "Deccan Herald",
    "Deccan Chronicle", "The Tribune", "Firstpost", "Outlook India", "Zee News", "Republic World",
    "Dawn", "The News International", "The Express Tribune", "Geo News", "ARY News",
    "The Daily Star Bangladesh", "Dhaka Tribune", "bdnews24", "Daily Mirror Sri Lanka",
    "The Kathmandu Post", "The Himalayan Times", "TOLOnews", "Khaama Press",
    "South China Morning Post", "SCMP", "China Daily", "Global Times", "People's Daily", "CGTN",
    "CCTV", "Caixin", "Caixin Global", "Sixth Tone", "Hong Kong Free Press", "HKFP",
    "The Standard", "RTHK", "Taipei Times", "Taiwan News", "Focus Taiwan", "CNA",
    "Channel NewsAsia", "The Straits Times", "Today", "The Star", "Malay Mail", "Malaysiakini",
    "New Straits Times", "Free Malaysia Today", "The Jakarta Post", "Tempo", "Kompas",
    "Bangkok Post", "The Nation Thailand", "VnExpress", "Tuoi Tre News",
    "Philippine Daily Inquirer",
    "Inquirer", "Rappler", "The Manila Times", "GMA News", "ABS-CBN News", "Philstar",
    "The Japan Times", "The Asahi Shimbun", "The Mainichi", "Yomiuri Shimbun", "The Japan News",
    "Nikkei", "Nikkei Asia", "NHK", "NHK World", "The Korea Herald", "The Korea Times",
    "Korea JoongAng Daily", "The Chosun Ilbo", "Hankyoreh", "NK News", "The Diplomat",
    "Asia Times", "Benar News", "The Irrawaddy", "Frontier Myanmar", "Radio New Zealand", "RNZ",
    "NZ Herald", "The New Zealand Herald", "Stuff", "ABC News Australia", "ABC Australia",
    "The Sydney Morning Herald", "The Age", "The Australian", "Australian Financial Review",
    "SBS News", "9News", "7News", "news.com.au", "The Astana Times", "Times of Central Asia",
    "The Times of Central Asia", "24.kg", "Kun.uz", "Gazeta.uz", "Asia-Plus",
    // The Americas
    "CBC", "CBC News", "CTV News", "Global News", "The Globe and Mail", "National Post",
    "Toronto Star", "Montreal Gazette", "Ottawa Citizen", "Vancouver Sun", "La Presse",
    "Le Devoir", "Radio-Canada", "Clarín", "La Nación", "Página/12", "Buenos Aires Times",
    "Buenos Aires Herald", "O Globo", "Folha de S.Paulo", "Estadão", "Agência Brasil",
    "The Brazilian Report", "El Universal", "Reforma", "Excélsior", "Milenio", "La Jornada",
    "El Tiempo", "El Espectador", "El Comercio", "La República", "El Mercurio", "La Tercera",
    "MercoPress", "teleSUR", "Granma", "Jamaica Observer", "Jamaica Gleaner", "The Gleaner",
    "Trinidad Guardian", "Stabroek News", "Prensa Latina", "Havana Times",
    // Open
    "Wikinews", "Global Voices", "Democracy Now!", "Truthout", "Common Dreams", "MintPress News",
  ]

  /// Hosts and short forms that do not follow from the name.
  static let otherKeys: [String: String] = [
    "nytimes": "The New York Times", "nyt": "The New York Times", "wsj": "The Wall Street Journal",
    "washpost": "The Washington Post", "wapo": "The Washington Post",
    "latimes": "Los Angeles Times",
    "ft": "Financial Times", "ap": "Associated Press",
    "apnews": "Associated Press", "theap": "Associated Press",
    "nypost": "New York Post", "nydailynews": "New York Daily News", "abcnewsgo": "ABC News",
    "abcnews": "ABC News", "bostonglobe": "The Boston Globe",
    "csmonitor":
      "The Christian Science Monitor", "dailymail": "Daily Mail",
    "smh":
      "The Sydney Morning Herald", "afr": "Australian Financial Review",
    "toi":
      "The Times of India", "indiatimes": "The Times of India",
    "timesofindia":
      "The Times of India", "jpost": "The Jerusalem Post", "timesofisrael": "Times of Israel",
    "aljazeera": "Al Jazeera", "rferl": "RFE/RL", "themoscowtimes": "The Moscow Times",
    "spiegel":
      "Der Spiegel", "zeit": "Die Zeit", "welt": "Die Welt",
    "faz":
      "Frankfurter Allgemeine Zeitung", "nzz": "Neue Zürcher Zeitung", "elpais": "El País",
    "lemonde": "Le Monde", "lefigaro": "Le Figaro", "liberation": "Libération",
    "thetimes":
      "The Times", "guardian": "The Guardian", "telegraph": "The Telegraph",
    "independent":
      "The Independent", "economist": "The Economist", "globeandmail": "The Globe and Mail",
    "theglobeandmail": "The Globe and Mail", "inquirernet": "Inquirer", "usatoday": "USA Today",
    "chinadaily": "China Daily", "kyivindependent": "The Kyiv Independent", "france24": "France 24",
    "rtenews": "RTÉ News", "rte": "RTÉ News", "itv": "ITV News",
    "theassociatedpress":
      "Associated Press", "irishtimes": "The Irish Times", "mercurynews": "The Mercury News",
    "ajc": "The Atlanta Journal-Constitution", "seattletimes": "The Seattle Times",
    "cnnwire": "CNN",
    "reutershealth": "Reuters", "thomsonreuters": "Reuters", "thomsonreutersfoundation": "Reuters",
  ]

  static let acronyms: Set<String> = [
    "abc", "bbc", "cbs", "nbc", "cnn", "tv", "us", "uk", "usa", "eu", "un", "fm", "am", "ny",
    "la", "dc", "nz", "uae", "itv", "pbs", "npr", "voa", "rt", "hk", "sa",
  ]

  /// Words that mastheads are made of.
  static let mastheadWords: Set<String> = acronyms.union(
    """
    the of and in on for my our new news old daily weekly sunday morning evening night times time \
    post herald tribune today world globe global star sun moon mirror press journal gazette \
    chronicle mail express independent standard observer reporter telegraph review week month \
    online live now network insider business sports sport plus guardian examiner inquirer \
    enquirer courier messenger mercury sentinel dispatch bulletin record register ledger argus \
    advocate citizen patriot pioneer leader voice view views point wire line hub desk room watch \
    monitor report reports update updates digest briefing brief info net web blog site page \
    magazine mag paper print media radio channel channels station broadcast broadcasting \
    economic economist financial finance money market markets trade investor capital wealth \
    political politics policy politico law legal science tech technology digital data cyber \
    health medical green climate energy nature earth planet environment space culture art arts \
    film music book books life style food travel city town county village state states national \
    nation international federal union people public free freedom liberty truth fact facts \
    first one two three four five six seven eight nine ten hour minute day big local regional \
    north south east west northern southern eastern western central middle pacific atlantic \
    american america african africa asian asia european europe arab arabian gulf african \
    british britain english england scottish scotland welsh wales irish ireland french france \
    german germany italian italy spanish spain portuguese portugal dutch belgian belgium swiss \
    austrian austria polish poland czech hungarian hungary romanian romania bulgarian bulgaria \
    greek greece turkish turkey russian russia ukrainian ukraine belarus georgian georgia \
    armenian armenia azerbaijan kazakh kazakhstan uzbek uzbekistan kyrgyz kyrgyzstan tajik \
    tajikistan turkmen turkmenistan afghan afghanistan pakistani pakistan indian india \
    bangladesh nepal lanka chinese china hong kong taiwan japanese japan korean korea vietnam \
    thai thailand malaysian malaysia singapore indonesian indonesia philippine philippines \
    australian australia zealand canadian canada mexican mexico brazilian brazil argentine \
    argentina chilean chile peru colombian colombia venezuela cuban cuba israeli israel jewish \
    palestine palestinian lebanon lebanese syrian syria jordan iraqi iraq iranian iran saudi \
    arabia yemen oman qatar kuwait bahrain egyptian egypt libyan libya tunisian tunisia algerian \
    algeria moroccan morocco sudan ethiopian ethiopia kenyan kenya uganda tanzania rwanda \
    nigerian nigeria ghana zimbabwe zambia london paris berlin rome madrid vienna moscow kyiv \
    kiev warsaw prague athens istanbul ankara tehran jerusalem cairo dubai delhi mumbai beijing \
    shanghai tokyo seoul sydney melbourne york washington boston chicago houston dallas miami \
    angeles francisco diego seattle denver detroit toronto ottawa montreal vancouver dublin \
    belfast edinburgh glasgow manchester liverpool birmingham oxford cambridge
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
