// Where the tests go: one address of every kind of page, and the subjects that the directory must hold.

/** One page of every kind. */
export const PLACES = {
  home: '',
  idea: 'concepts/dual-power/',
  critique: 'critiques/recuperation/',
  entity: 'networks/cooperation-jackson/',
  'entity at risk': 'movements/zapatistas/',
  event: 'events/petrograd-1917/',
  trail: 'trails/dual-power-in-ten-steps/',
  note: 'about/',
  folder: 'concepts/',
  'list of trails': 'trails/',
  glossary: 'glossary/',
  'list of all': 'all/',
  'ways to browse': 'browse/',
  kind: 'kinds/network/',
  approach: 'approaches/counter-power/',
  sector: 'sectors/food/',
  country: 'countries/us/',
  tag: 'tags/introduction/',
  words: 'words/',
  search: 'search/',
  data: 'data/',
  board: 'exchange/',
};

/** An address that no page has, deep enough to break relative links. */
export const NOWHERE = 'concepts/no/such/page/';

/** Every subject of the source document. */
export const SUBJECTS = [
  // The idea, its halves, where it comes from.
  'concepts/dual-power/',
  'concepts/counter-power/',
  'concepts/counter-institutions/',
  'concepts/history-of-dual-power/',
  // The six core principles.
  'principles/simultaneity/',
  'principles/prefigurative-politics/',
  'principles/local-democracy/',
  'principles/material-improvement/',
  'principles/autonomy/',
  'principles/scalability/',
  // Digital dual power.
  'concepts/digital-dual-power/',
  'concepts/digital-democracy/',
  'concepts/technological-sovereignty/',
  'concepts/decentralized-governance/',
  'concepts/platform-dependence/',
  'concepts/web3/',
  'concepts/censorship-resistance/',
  'concepts/hyperstructures/',
  'concepts/dao/',
  'organizations/wikileaks/',
  'projects/sci-hub/',
  'projects/assangedao/',
  'organizations/dorg/',
  'networks/1hive/',
  // Where it is done.
  'networks/cooperation-jackson/',
  'movements/zapatistas/',
  'practices/mutual-aid-networks/',
  'concepts/cooperative-economy/',
  'concepts/solidarity-economy/',
  // The five critiques.
  'critiques/recuperation/',
  'critiques/resource-constraints/',
  'critiques/scale-problem/',
  'critiques/technical-barriers/',
  'critiques/coordination-problem/',
  // The five frameworks (the first is also a principle, above).
  'frameworks/libertarian-municipalism/',
  'frameworks/autonomism/',
  'frameworks/exit-voice/',
  'frameworks/commons-based-peer-production/',
  // Projects of today.
  'networks/bread-cooperative/',
  'currencies/bread-token/',
  'projects/crowdstaking/',
  'organizations/pactdao/',
  'organizations/labordao/',
  'tools/basis/',
  'organizations/trust-berlin/',
  'frameworks/platform-cooperativism/',
  'tools/mastodon/',
  'networks/fediverse/',
  'networks/refi-dao/',
];
