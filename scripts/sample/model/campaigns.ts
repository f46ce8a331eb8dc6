import { dayText, weekdayOf } from '../clock';

const NAMES = [
  '周日家宴',
  '周一清爽',
  '周二尝鲜',
  '周三水果日',
  '周四有机日',
  '周五囤货',
  '周六鲜食',
];

/** The 团 of a day, titled as leaders title it: one group purchase a day. */
export function campaignOf(day: number): string {
  const [year = '', month = '', date = ''] = dayText(day).split('-');
  return `【鲜里优选】${year.slice(2)}年${Number(month)}月${Number(date)}日 ${NAMES[weekdayOf(day)] ?? ''}团`;
}
