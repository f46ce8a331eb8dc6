import { estateName, plainAddress, regionOf } from './building-text';

/**
 * `full`: building and room. `part`: only one of them, or a form that could be read otherwise.
 * `none`: no building in it.
 */
export type BuildingCertainty = 'full' | 'part' | 'none';

/** Codes without their words (`12`, `A`), `''` where the address does not say. */
export type Building = {
  estate: string;
  lane: string;
  building: string;
  unit: string;
  room: string;
  /** What the building is called: 栋, 号楼, 座, or 号 behind a lane. */
  word: string;
  /** Road and number in front of an estate. */
  road: string;
  /** What is left of the address behind the door. */
  rest: string;
  certainty: BuildingCertainty;
};

type Part = 'lane' | 'building' | 'unit' | 'room' | 'floor';
type Found = Partial<Record<Exclude<Part, 'floor'>, string>> & {
  isGuess?: boolean;
  word?: string;
  /** The estate's name where it stands between lane and building. */
  name?: string;
};
type Form = { pattern: RegExp; read: (match: RegExpExecArray, found: Found) => boolean };

const CODE = '([A-Z]?\\d{1,4}[A-Z]?|[A-Z])';

function put(found: Found, values: Partial<Found>): boolean {
  for (const key of ['lane', 'building', 'unit', 'room'] as const) {
    if (values[key] !== undefined && found[key] !== undefined) return false;
  }
  Object.assign(found, values);
  return true;
}

const form = (
  pattern: string,
  read: (groups: string[], found: Found) => Partial<Found> | false,
): Form => ({
  pattern: new RegExp(pattern, 'y'),
  read: (match, found) => {
    const values = read(match.slice(1).map(String), found);
    return values !== false && put(found, values);
  },
});

const END = '(?![\\dA-Z])';
const ROOM_WORD = '(?:室|房间?|户|号房)?';

/** In order of preference; each is tried where the address has been read up to. */
const FORMS: readonly Form[] = [
  form('(\\d{1,4})(?:弄|巷|号院|支弄)', ([lane]) => ({ lane: lane ?? '' })),
  form(`(\\d{1,4})-${CODE}-(\\d{1,2})-(\\d{2,4}[A-Z]?)${ROOM_WORD}${END}`, ([a, b, c, d]) => ({
    lane: a ?? '',
    building: b ?? '',
    unit: c ?? '',
    room: d ?? '',
  })),
  form(`#?${CODE}(号楼|栋楼?|幢楼?|座|#楼?)`, ([building, word]) => ({
    building: building ?? '',
    word: word === '号楼' || word === '座' ? word : '栋',
  })),
  form(`${CODE}(?:单元|门(?!店|市|面|口))`, ([unit]) => ({ unit: unit ?? '' })),
  form('(\\d{1,2})梯', ([unit]) => ({ unit: unit ?? '' })),
  form('(\\d{1,2})层', () => ({})),
  form('(\\d{1,3})楼', ([number], found) => {
    // Behind a building it is the floor; in front of everything some call the building so.
    if (found.building !== undefined) return {};
    return { building: number ?? '', isGuess: true };
  }),
  form(`(\\d{2,5}[A-Z]?)(?:室|房间?|户|号房)`, ([room]) => ({ room: room ?? '' })),
  // 20幢40号802室: the number is the entrance of a building that is told already.
  form(`(\\d{1,4}[A-Z]?)号(?=-?\\d{2,5}[A-Z]?${END})`, ([number], found) =>
    found.building === undefined ? false : { unit: `${number}号` },
  ),
  form('(\\d{1,4}[A-Z]?)号(?!线|店|门店|仓|柜|口|楼)', ([number], found) =>
    found.building === undefined ? { building: number ?? '', word: '号' } : { room: number ?? '' },
  ),
  form(`#?${CODE}-(\\d{1,2}|[A-Z])-(\\d{1,5}[A-Z]?)${ROOM_WORD}${END}`, ([a, b, c], found) => {
    if (found.building !== undefined) return false;
    const isShort = (c ?? '').length < 3;
    return {
      building: a ?? '',
      unit: b ?? '',
      room: c ?? '',
      ...(isShort && { isGuess: true }),
    };
  }),
  form(`#?${CODE}-(\\d{1,5}[A-Z]?)${ROOM_WORD}${END}`, ([a, b], found) => {
    if (found.building !== undefined) {
      return /^\d{3}/.test(a ?? '') ? { room: a ?? '' } : { unit: a ?? '', room: b ?? '' };
    }
    return { building: a ?? '', room: b ?? '', ...((b ?? '').length < 3 && { isGuess: true }) };
  }),
  form(`#(\\d{1,4}[A-Z]?)${END}`, ([number], found) =>
    found.building === undefined ? { building: number ?? '' } : { room: number ?? '' },
  ),
  form(`(\\d{2,5}[A-Z]?)${END}`, ([room], found) =>
    found.building === undefined && found.unit === undefined
      ? { room: room ?? '', isGuess: true }
      : { room: room ?? '' },
  ),
  form('(\\d)(?![\\dA-Z号])', ([room], found) =>
    found.building === undefined ? false : { room: room ?? '', isGuess: true },
  ),
];

/** Digits that belong to a name: 2期, A区, 3村, 18英里, 中山路88号 in front of something else. */
const NAME_DIGITS = /^(?:\d+(?:期|区|村|组团|队|组)|[A-Z](?:区|组团)|\d+(?=[\u4e00-\u9fff]))/;
const HOUSE_WORD = /^[A-Z]?\d+[A-Z]?(?:弄|巷|号|支弄|栋|幢|座|单元|门|梯|层|楼|室|房|户)/;
const LETTER_BUILDING = /^[A-Z](?:座|栋|幢|号楼|单元|-?\d)/;
const ROAD_NUMBER = /^\d+(?:-\d+)?号(?!楼|院)(?=.*[\dA-Z])/;
const ROAD_END = /(?:路|街|大道|道|巷|里|胡同)$/;

/** Where the estate's name ends and building, unit and room begin. */
function nameLength(text: string): number {
  let at = 0;
  while (at < text.length) {
    const tail = text.slice(at);
    if (/^#\d/.test(tail)) return at;
    if (/^[A-Z]/.test(tail) && LETTER_BUILDING.test(tail)) return at;
    if (/^[\dA-Z]/.test(tail)) {
      const road = ROAD_END.test(text.slice(0, at)) ? ROAD_NUMBER.exec(tail) : null;
      if (road) {
        at += road[0].length;
        continue;
      }
      const name = HOUSE_WORD.test(tail) ? null : NAME_DIGITS.exec(tail);
      if (!name && /^\d/.test(tail)) return at;
      at += name?.[0].length ?? 1;
      continue;
    }
    at += 1;
  }
  return text.length;
}

function readForms(text: string): { found: Found; rest: string } {
  const found: Found = {};
  let rest = '';
  let name = '';
  let at = 0;
  while (at < text.length) {
    let next = -1;
    for (const { pattern, read } of FORMS) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match && read(match, found)) {
        next = pattern.lastIndex;
        break;
      }
    }
    if (next < 0) {
      const character = /[-.·#]/.test(text[at] ?? '') ? '' : (text[at] ?? '');
      const isBehindLane = found.lane !== undefined && found.building === undefined;
      if (isBehindLane) name += character;
      else rest += character;
      next = at + 1;
    }
    at = next;
  }
  const isName = name.length >= 2 && found.building !== undefined;
  return isName ? { found: { ...found, name }, rest } : { found, rest: name + rest };
}

const ROAD = /^(.*?(?:路|街|大道|道|巷|里|胡同)\d+(?:-\d+)?号)(.*)$/;

function certaintyOf({ building, room, isGuess }: Found): BuildingCertainty {
  if (building === undefined) return room === undefined ? 'none' : 'part';
  return room === undefined || isGuess === true ? 'part' : 'full';
}

/**
 * An address as neighbours write it (X弄X幢X号楼X单元X室, `12-3-502`, `12栋502`, `十二号楼`, `A座`,
 * full width), taken apart. Codes come without leading zeros; Chinese numbers become digits.
 */
export function readBuilding(address: string): Building {
  const text = plainAddress(address);
  const inner = text.slice(regionOf(text).length);
  const length = nameLength(inner);
  const name = inner.slice(0, length);
  const { found, rest } = readForms(inner.slice(length));
  const road = ROAD.exec(name);
  const isNamed = found.name !== undefined || (road?.[2] ?? '') !== '';
  const estate = estateName(found.name ?? (road?.[2] || name));
  const code = (value: string | undefined) => (value ?? '').replace(/^0+(?=\d)/, '');
  return {
    estate,
    lane: code(found.lane),
    building: code(found.building),
    unit: code(found.unit),
    room: code(found.room),
    word: found.word ?? '栋',
    road: isNamed ? (found.name === undefined ? (road?.[1] ?? '') : name) : '',
    rest,
    certainty: certaintyOf(found),
  };
}

const collator = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });

/** Estates by name, then lane, building, unit, room by number; what is not told comes last. */
export function compareBuildings(a: Building, b: Building): number {
  for (const part of ['estate', 'lane', 'building', 'unit', 'room'] as const) {
    if (a[part] === b[part]) continue;
    if (a[part] === '' && part !== 'lane' && part !== 'unit') return 1;
    if (b[part] === '' && part !== 'lane' && part !== 'unit') return -1;
    const order = collator.compare(a[part], b[part]);
    if (order !== 0) return order;
  }
  return 0;
}

/** Two addresses with the same key are one door; `''` when the building is not known. */
export function doorKey(building: Building): string {
  if (building.building === '') return '';
  const { estate, lane, unit, room } = building;
  return [estate, lane, building.building, unit, room].join('|');
}

/** Two addresses with the same key are one staircase of doors: the stop on a delivery round. */
export function houseKey({ estate, lane, building }: Building): string {
  return building === '' ? '' : [estate, lane, building].join('|');
}

/** `168弄5号1203`, `3栋2单元502`: the way to the door without the estate; unknown parts left out. */
export function doorLabel({ lane, building, word, unit, room }: Building): string {
  return [
    lane && `${lane}弄`,
    building && `${building}${word}`,
    unit && (unit.endsWith('号') ? unit : `${unit}单元`),
    room,
  ].join('');
}
