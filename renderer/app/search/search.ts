import { dataWorker } from '@/db/client';
import type { Format } from '@/ui/format';
import { areas } from '../areas';
import type { Language } from '../i18n/i18n';
import { navMessages } from '../i18n/nav.messages';

export type SearchHit = {
  id: string;
  kind: 'area' | 'member';
  label: string;
  detail?: string;
  /** Where choosing it leads. */
  to: string;
};

const MOST_MEMBERS = 8;

/** Members by name, pinyin, initials or the phone's last digits, best first. */
export async function searchMembers(text: string, format: Format): Promise<SearchHit[]> {
  if (text.trim() === '' || !areas.some(({ id }) => id === 'members')) return [];
  const { rows } = await dataWorker().lists.queryMembers({ text, limit: MOST_MEMBERS });
  return rows.map(({ id, name, phone, region }) => {
    const detail = [phone && format.phone(phone), region].filter(Boolean).join(' · ');
    const hit = { id: `member-${id}`, kind: 'member', label: name, to: `/members/${id}` } as const;
    return detail === '' ? hit : { ...hit, detail };
  });
}

/** Pages by their name in either language. */
export function searchAreas(text: string, language: Language): SearchHit[] {
  const wanted = text.trim().toLowerCase();
  const own = language === 'en' ? navMessages.en : navMessages.zh;
  const fits = (words: string) => words.toLowerCase().includes(wanted);
  return areas
    .filter(({ id }) => fits(navMessages.zh[id]) || fits(navMessages.en[id]))
    .map(({ id }) => ({ id: `area-${id}`, kind: 'area', label: own[id], to: `/${id}` }));
}
