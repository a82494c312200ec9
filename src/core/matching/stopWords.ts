/** Words that say nothing about a topic. Short on purpose: rare words weigh more than frequent ones anyway. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above across after again against all almost alone along already also although always am among an and another
  any anyone anything are around as at away back be became because become becomes been before behind being below between
  both but by can cannot could did do does doing done down due during each either else enough etc even ever every few
  first for found from further get give given go had has have having he hence her here hers herself him himself his how
  however i if in indeed instead into is it its itself just keep last latter least less like made many may me might mine
  more moreover most mostly much must my myself neither never nevertheless next no nor not nothing now of off often on
  once one only onto or other others otherwise our ours ourselves out over own per perhaps rather re same second see seem
  seemed seems several she should show shown shows since so some still such take than that the their theirs them
  themselves then there thereby therefore these they third this those though three through throughout thus to together
  too toward towards two under until up upon us use used using very via was we well were what whatever when whereas
  where whether which while who whole whom whose why will with within without would yet you your yours yourself`
    .trim()
    .split(/\s+/),
);
