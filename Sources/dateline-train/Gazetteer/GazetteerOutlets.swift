/// News outlets and agencies: `name|other names|abbreviations`. A credit line often writes them
/// as a domain does, with spaces left out; the packer adds that spelling.
let outletTable = """
  Reuters||
  Associated Press|The Associated Press|AP
  Agence France-Presse|Agence France Presse|AFP
  Bloomberg|Bloomberg News|
  United Press International||UPI
  Deutsche Presse-Agentur||DPA
  ANSA||
  EFE||
  TASS|ITAR-TASS|
  RIA Novosti||RIA
  Interfax||
  Xinhua|Xinhua News Agency|
  Kyodo News|Kyodo|
  Yonhap|Yonhap News Agency|
  Press Trust of India||PTI
  Anadolu Agency|Anadolu|
  IRNA|Islamic Republic News Agency|
  Tasnim|Tasnim News Agency|
  Fars News Agency|Fars News|
  Mehr News Agency|Mehr News|
  Press TV|PressTV|
  SANA||
  WAFA||
  KCNA|Korean Central News Agency|
  Sputnik|Sputnik News|
  RT|Russia Today|
  BBC|BBC News,British Broadcasting Corporation|
  Sky News||
  ITV|ITV News|
  Channel 4|Channel 4 News|
  CNN|Cable News Network|
  Fox News||
  MSNBC||
  NBC|NBC News|
  ABC News||
  CBS|CBS News|
  CNBC||
  NPR|National Public Radio|
  PBS|PBS NewsHour|
  Voice of America||VOA
  Radio Free Europe|Radio Free Europe/Radio Liberty,Radio Liberty|RFE/RL
  Al Jazeera|Al-Jazeera|
  Al Arabiya||
  Al-Monitor||
  Al Mayadeen||
  Deutsche Welle||DW
  France 24||
  Euronews||
  Radio France Internationale||RFI
  New York Times|The New York Times|NYT
  Washington Post|The Washington Post|
  Wall Street Journal|The Wall Street Journal|WSJ
  Los Angeles Times|LA Times|
  USA Today||
  Chicago Tribune||
  Boston Globe|The Boston Globe|
  San Francisco Chronicle||
  Miami Herald||
  New York Post||
  New York Daily News||
  Newsweek||
  Time magazine||
  The Atlantic||
  The New Yorker||
  Politico||
  Axios||
  The Hill||
  Vox Media||
  BuzzFeed|BuzzFeed News|
  Huffington Post|HuffPost,The Huffington Post|
  Daily Beast|The Daily Beast|
  Foreign Policy||
  Foreign Affairs||
  The Intercept||
  Rolling Stone||
  National Geographic||
  The Guardian||
  The Times||
  The Sunday Times|Sunday Times|
  The Telegraph|The Daily Telegraph,Daily Telegraph|
  The Independent||
  Financial Times|The Financial Times|FT
  The Economist||
  Daily Mail|The Daily Mail,MailOnline|
  Daily Mirror|The Daily Mirror|
  The Sun||
  Daily Express||
  Evening Standard||
  Le Monde||
  Le Figaro||
  Libération||
  Charlie Hebdo||
  Der Spiegel|Spiegel|
  Die Zeit||
  Die Welt||
  Bild||
  Süddeutsche Zeitung||
  Frankfurter Allgemeine Zeitung||
  El País|El Pais|
  El Mundo||
  La Repubblica||
  Corriere della Sera||
  La Stampa||
  Times of Israel|The Times of Israel|
  Jerusalem Post|The Jerusalem Post|
  Haaretz||
  Ynet|Ynetnews|
  Israel Hayom||
  Iran International||
  Tehran Times||
  Arab News||
  Gulf News||
  Khaleej Times||
  The National||
  Al-Ahram||
  Middle East Eye||
  Hurriyet|Hürriyet|
  Daily Sabah||
  Dawn||
  Times of India|The Times of India|
  The Hindu||
  Hindustan Times||
  Indian Express|The Indian Express|
  NDTV||
  The Diplomat||
  South China Morning Post||SCMP
  Global Times||
  People's Daily||
  China Daily||
  CCTV|China Central Television|
  CGTN||
  Asahi Shimbun||
  Yomiuri Shimbun||
  Nikkei|Nikkei Asia|
  Japan Times|The Japan Times|
  NHK||
  Korea Herald||
  Chosun Ilbo||
  Straits Times|The Straits Times|
  Channel NewsAsia||CNA
  Bangkok Post||
  Jakarta Post||
  Sydney Morning Herald|The Sydney Morning Herald|
  The Australian||
  The Age||
  New Zealand Herald||
  Globe and Mail|The Globe and Mail|
  Toronto Star||
  CBC|CBC News,Canadian Broadcasting Corporation|
  CTV|CTV News|
  Kommersant||
  Izvestia||
  Pravda||
  Novaya Gazeta||
  Moscow Times|The Moscow Times|
  Meduza||
  Kyiv Post||
  Kyiv Independent|The Kyiv Independent|
  Ukrainska Pravda||
  Ukrinform||
  Eurasianet||
  The Astana Times|Astana Times|
  Granma||
  O Globo||
  Folha de S.Paulo|Folha de São Paulo|
  Clarín||
  La Nación||
  El Universal||
  Daily Nation||
  Mail & Guardian||
  Premium Times||
  The Punch||
  Wikinews||
  Yahoo News|Yahoo|
  Business Insider||
  Forbes||
  Fortune||
  Sports Illustrated||
  ESPN||
  """
