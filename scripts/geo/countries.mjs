// Which code a shape of Natural Earth gets. The rule is ISO 3166-1: one shape to a code, and what has no code of its own
// belongs where the standard (and the United Nations) count it. Kosovo's user-assigned code is the one exception, as in
// src/model/country.rs.

const CODES = `
  AD020 AE784 AF004 AG028 AI660 AL008 AM051 AO024 AQ010 AR032 AS016 AT040 AU036 AW533 AX248 AZ031 BA070 BB052
  BD050 BE056 BF854 BG100 BH048 BI108 BJ204 BL652 BM060 BN096 BO068 BQ535 BR076 BS044 BT064 BV074 BW072 BY112
  BZ084 CA124 CC166 CD180 CF140 CG178 CH756 CI384 CK184 CL152 CM120 CN156 CO170 CR188 CU192 CV132 CW531 CX162
  CY196 CZ203 DE276 DJ262 DK208 DM212 DO214 DZ012 EC218 EE233 EG818 EH732 ER232 ES724 ET231 FI246 FJ242 FK238
  FM583 FO234 FR250 GA266 GB826 GD308 GE268 GF254 GG831 GH288 GI292 GL304 GM270 GN324 GP312 GQ226 GR300 GS239
  GT320 GU316 GW624 GY328 HK344 HM334 HN340 HR191 HT332 HU348 ID360 IE372 IL376 IM833 IN356 IO086 IQ368 IR364
  IS352 IT380 JE832 JM388 JO400 JP392 KE404 KG417 KH116 KI296 KM174 KN659 KP408 KR410 KW414 KY136 KZ398 LA418
  LB422 LC662 LI438 LK144 LR430 LS426 LT440 LU442 LV428 LY434 MA504 MC492 MD498 ME499 MF663 MG450 MH584 MK807
  ML466 MM104 MN496 MO446 MP580 MQ474 MR478 MS500 MT470 MU480 MV462 MW454 MX484 MY458 MZ508 NA516 NC540 NE562
  NF574 NG566 NI558 NL528 NO578 NP524 NR520 NU570 NZ554 OM512 PA591 PE604 PF258 PG598 PH608 PK586 PL616 PM666
  PN612 PR630 PS275 PT620 PW585 PY600 QA634 RE638 RO642 RS688 RU643 RW646 SA682 SB090 SC690 SD729 SE752 SG702
  SH654 SI705 SJ744 SK703 SL694 SM674 SN686 SO706 SR740 SS728 ST678 SV222 SX534 SY760 SZ748 TC796 TD148 TF260
  TG768 TH764 TJ762 TK772 TL626 TM795 TN788 TO776 TR792 TT780 TV798 TW158 TZ834 UA804 UG800 UM581 US840 UY858
  UZ860 VA336 VC670 VE862 VG092 VI850 VN704 VU548 WF876 WS882 YE887 YT175 ZA710 ZM894 ZW716
`

// By ISO 3166-1 numeric code.
export const ALPHA2 = Object.fromEntries(CODES.trim().split(/\s+/).map(code => [code.slice(2), code.slice(0, 2)]))

// Shapes without a code in Natural Earth.
export const BY_NAME = {
  Kosovo: 'XK',
  Somaliland: 'SO',
  'N. Cyprus': 'CY',
  'Siachen Glacier': 'IN',
  'Indian Ocean Ter.': 'CX',
}

// Nobody lives there, and it would take a third of the picture.
export const DROPPED = ['AQ']

// Parts that Natural Earth draws with another country though they have a code, or are counted elsewhere: by where the
// part's middle lies.
export const TERRITORIES = [
  { of: 'RU', code: 'UA', west: 32, east: 37, south: 44, north: 46.3 }, // Crimea: General Assembly resolution 68/262
  { of: 'FR', code: 'GF', west: -55, east: -51, south: 2, north: 6 },
  { of: 'FR', code: 'GP', west: -62, east: -61, south: 15.7, north: 16.6 },
  { of: 'FR', code: 'MQ', west: -61.3, east: -60.7, south: 14.3, north: 15 },
  { of: 'FR', code: 'RE', west: 55, east: 56, south: -21.5, north: -20.8 },
  { of: 'FR', code: 'YT', west: 44.9, east: 45.4, south: -13.1, north: -12.5 },
  { of: 'NL', code: 'BQ', west: -69, east: -62, south: 11, north: 18 },
  { of: 'NO', code: 'SJ', west: -10, east: -5, south: 70, north: 72 },
  { of: 'NO', code: 'SJ', west: 5, east: 35, south: 74, north: 81 },
  { of: 'NZ', code: 'TK', west: -173, east: -171, south: -10, north: -8 },
  { of: 'CX', code: 'CC', west: 96, east: 97.5, south: -13, north: -11 },
]

// What Natural Earth counts to a country by who holds it, and the United Nations do not: cut off along a parallel.
export const CUT_OFF = [
  // Western Sahara on both sides of the wall: General Assembly resolution 34/37, list of non-self-governing territories.
  { of: 'MA', code: 'EH', southOf: 27.66 },
]

// Lines on which the two sides do not agree, drawn apart from settled borders: between which countries and, where only a
// part of the line is in dispute, within which west, south, east, north.
export const CONTESTED = [
  { between: ['RS', 'XK'] },
  { between: ['EH', 'MA'] },
  { between: ['IL', 'PS'] },
  { between: ['IL', 'SY'] },
  { between: ['IN', 'PK'], within: [73, 32.5, 80, 38] },
  { between: ['CN', 'IN'], within: [76, 32.5, 81, 37] },
  { between: ['CN', 'IN'], within: [91.5, 26.5, 97.5, 30] },
  { between: ['CN', 'PK'] },
]
