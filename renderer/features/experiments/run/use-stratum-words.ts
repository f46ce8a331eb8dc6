import { useMessages } from '@/app/i18n/messages';
import { runMessages } from './run.messages';

const SIZES = ['large', 'medium', 'small'] as const;
const LEVELS = ['high', 'low'] as const;

/** ` · 大群 · 活跃`, '' where nothing was parted. */
export function useStratumWords(): (stratum: string | undefined) => string {
  const t = useMessages(runMessages);
  return (stratum = '') => {
    const [sizeWord, levelWord] = stratum.split('.');
    const size = SIZES.find((it) => it === sizeWord);
    const level = LEVELS.find((it) => it === levelWord);
    return `${size ? ` · ${t(`size.${size}`)}` : ''}${level ? ` · ${t(`activity.${level}`)}` : ''}`;
  };
}
