import { CHINESE_NUMERALS, chineseNumber } from '@shared/lib/chinese-number';

const PHONE = /(?:\+?86)?1[3-9]\d{9}/g;
const NUMBERED = new RegExp(
  `第?([${CHINESE_NUMERALS}]+)(?=弄|幢|栋|座|号|楼|单元|门|梯|室|层|期|区|村|#)`,
  'g',
);
/** 新村 and 里 are counted in Chinese or in digits, as one likes. */
const REGIONS =
  /^(?:中国)?(?:[^\d市区县]{2,8}?(?:省|自治区))?(?:[^\d区县]{2,7}?市)?(?:[^\d县镇]{1,6}?(?:新区|(?<![小社园校苑])区|县|旗))?(?:[^\d路街]{1,8}?(?:街道|镇|乡))?(?=[^\dA-Z#-])/;

/** The same address in one spelling: half width, digits for Chinese numbers, capitals, no phone. */
export function plainAddress(address: string): string {
  return address
    .normalize('NFKC')
    .replace(PHONE, ' ')
    .replace(/[‐-―−–—_~]/g, '-')
    .replace(/[楝橦]/g, '栋')
    .replace(NUMBERED, (whole, digits: string) => {
      const value = chineseNumber(digits);
      return value === undefined ? whole : String(value);
    })
    .toUpperCase()
    .replace(/第(?=\d)/g, '')
    .replace(/[,，、;；。:：|/\\()[\]【】（）]+/g, ' ')
    .replace(/(\d)\s+(?=\d)/g, '$1-')
    .replace(/\s+/g, '')
    .replace(/(?<=-)-+/g, '')
    .replace(/NO\.?(?=\d)/g, '');
}

/** Province, city, district and town in front of an estate; `''` when there are none. */
export function regionOf(text: string): string {
  const found = REGIONS.exec(text)?.[0] ?? '';
  // 城市花园 is an estate, not a city; a region leaves something behind it.
  return text.length - found.length >= 2 ? found : '';
}

/** The estate's name without the words that some write and some leave out. */
export function estateName(text: string): string {
  const bare = text.replace(/^[-.·]+|[-.·]+$/g, '');
  const short = bare.replace(/(?:住宅)?小区$/, '');
  return short.length >= 2 ? short : bare;
}
