import { book, type Cell, HEADER, type PeopleCase, type StoredMember } from './people-case';

type Became = StoredMember | { rejected: string };

const FORMS: readonly (readonly [string, Cell, Became, warning?: string])[] = [
  ['as a number', 13800138000, { phone: '+8613800138000' }],
  [
    'as a number in E-notation with all its digits',
    { xml: '<c r="@"><v>1.3800138E10</v></c>' },
    { phone: '+8613800138000' },
  ],
  ['as the text 1.38E+10', '1.38E+10', { rejected: 'phone-destroyed' }],
  ['with a TAB behind it', '13800138000\t', { phone: '+8613800138000' }],
  ['with a quote before it', "'13800138000", { phone: '+8613800138000' }],
  ['with blanks', ' 138 0013 8000 ', { phone: '+8613800138000' }],
  ['with +86 and dashes', '+86 138-0013-8000', { phone: '+8613800138000' }],
  ['with 0086', '008613800138000', { phone: '+8613800138000' }],
  ['in full width', '１３８００１３８０００', { phone: '+8613800138000' }],
  ['with its country in brackets', '（+86）13800138000', { phone: '+8613800138000' }],
  ['as a formula of text', '="13800138000"', { phone: '+8613800138000' }],
  ['with marks that nobody sees', '\u202d13800138000\u202c', { phone: '+8613800138000' }],
  ['masked by the platform', '138****8000', { phoneMasked: '138****8000' }],
  ['twice in a cell', '13800138000/13900139000', { phone: '+8613800138000' }, 'phone-several'],
  ['with a digit lost', '1380013800', { rejected: 'phone-too-short' }],
  ['with a digit more', '138001380001', { rejected: 'phone-too-long' }],
  ['that is a word', '微信联系', { rejected: 'phone-unreadable' }],
  ['of a landline', '021-62345678', { phone: '+862162345678' }],
  ['of Hong Kong', '+852 9123 4567', { phone: '+85291234567' }],
  ['that is a dash', '——', {}],
];

/** One phone in every form in which back offices and hands write it. */
export const phoneCases: PeopleCase[] = FORMS.map(([form, cell, became, warning]) => {
  const isRejected = 'rejected' in became;
  return {
    name: `a phone ${form}`,
    file: '名单.xlsx',
    kind: 'members',
    bytes: () => book([HEADER, ['王芳', cell]]),
    counts: isRejected ? { rows: 1, rejected: 1 } : { rows: 1, create: 1 },
    members: isRejected ? [] : [{ name: '王芳', ...became }],
    reasons: isRejected ? [became.rejected] : warning ? [warning] : [],
  };
});
