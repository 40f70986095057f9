/// Happenings known by a name: `name|other names`.
let eventTable = """
  World War II|Second World War,World War Two,WWII,World War 2
  World War I|First World War,World War One,WWI,Great War
  Cold War|
  Vietnam War|
  Korean War|
  Gulf War|
  Iraq War|
  Six-Day War|Six Day War
  Yom Kippur War|
  Crimean War|
  Falklands War|
  American Civil War|
  Spanish Civil War|
  Holocaust|Shoah
  Armenian Genocide|Armenian genocide
  Arab Spring|
  Brexit|
  Great Depression|
  French Revolution|
  Russian Revolution|October Revolution
  American Revolution|Revolutionary War
  Islamic Revolution|
  Cultural Revolution|
  Euromaidan|
  Olympics|Olympic Games,Summer Olympics,Winter Olympics
  Paralympics|Paralympic Games,Summer Paralympics,Winter Paralympics
  World Cup|FIFA World Cup
  Champions League|UEFA Champions League
  Europa League|
  Super Bowl|
  World Series|
  Wimbledon|
  US Open|U.S. Open
  French Open|Roland Garros
  Australian Open|
  Tour de France|
  Commonwealth Games|
  Asian Games|
  Oscars|Academy Awards
  Grammys|Grammy Awards
  Golden Globes|Golden Globe Awards
  Emmys|Emmy Awards
  Cannes Film Festival|
  Eurovision|Eurovision Song Contest
  Watergate|
  9/11|September 11 attacks
  COVID-19 pandemic|coronavirus pandemic
  Black Death|
  Renaissance|
  """
