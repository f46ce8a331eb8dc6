import { solarTermDay, type TermKey } from './chinese-days';
import type { Bilingual } from './festivals';

type Term = { key: TermKey; name: Bilingual };

/** The two solar terms of each month, January first. */
const TERMS_BY_MONTH: readonly (readonly [Term, Term])[] = [
  [
    { key: 'lesser_cold', name: { zh: '小寒', en: 'Lesser Cold' } },
    { key: 'greater_cold', name: { zh: '大寒', en: 'Greater Cold' } },
  ],
  [
    { key: 'the_beginning_of_spring', name: { zh: '立春', en: 'Start of Spring' } },
    { key: 'rain_water', name: { zh: '雨水', en: 'Rain Water' } },
  ],
  [
    { key: 'the_waking_of_insects', name: { zh: '惊蛰', en: 'Insects Awaken' } },
    { key: 'the_spring_equinox', name: { zh: '春分', en: 'Spring Equinox' } },
  ],
  [
    { key: 'pure_brightness', name: { zh: '清明', en: 'Clear and Bright' } },
    { key: 'grain_rain', name: { zh: '谷雨', en: 'Grain Rain' } },
  ],
  [
    { key: 'the_beginning_of_summer', name: { zh: '立夏', en: 'Start of Summer' } },
    { key: 'lesser_fullness_of_grain', name: { zh: '小满', en: 'Grain Buds' } },
  ],
  [
    { key: 'grain_in_beard', name: { zh: '芒种', en: 'Grain in Ear' } },
    { key: 'the_summer_solstice', name: { zh: '夏至', en: 'Summer Solstice' } },
  ],
  [
    { key: 'lesser_heat', name: { zh: '小暑', en: 'Lesser Heat' } },
    { key: 'greater_heat', name: { zh: '大暑', en: 'Greater Heat' } },
  ],
  [
    { key: 'the_beginning_of_autumn', name: { zh: '立秋', en: 'Start of Autumn' } },
    { key: 'the_end_of_heat', name: { zh: '处暑', en: 'End of Heat' } },
  ],
  [
    { key: 'white_dew', name: { zh: '白露', en: 'White Dew' } },
    { key: 'the_autumn_equinox', name: { zh: '秋分', en: 'Autumn Equinox' } },
  ],
  [
    { key: 'code_dew', name: { zh: '寒露', en: 'Cold Dew' } },
    { key: 'frost_descent', name: { zh: '霜降', en: 'Frost Descent' } },
  ],
  [
    { key: 'the_beginning_of_winter', name: { zh: '立冬', en: 'Start of Winter' } },
    { key: 'lesser_snow', name: { zh: '小雪', en: 'Lesser Snow' } },
  ],
  [
    { key: 'greater_snow', name: { zh: '大雪', en: 'Greater Snow' } },
    { key: 'the_winter_solstice', name: { zh: '冬至', en: 'Winter Solstice' } },
  ],
];

/** The solar term that begins on a day (`YYYY-MM-DD`), if any. */
export function solarTermOf(day: string): Bilingual | undefined {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return TERMS_BY_MONTH[month - 1]?.find((term) => solarTermDay(year, month, term.key) === day)
    ?.name;
}
