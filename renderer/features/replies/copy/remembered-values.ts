import type { SendVariables } from '@shared/domain/calendar/send-variables.schema';

const KEY = 'qunduo.replyValues';
const MOST = 100;
/** Somebody's name is theirs: it is not kept. */
const NOT_KEPT = new Set(['昵称', '姓名', '客户', 'name']);

/** What was typed last for a variable, offered again and never filled in silence: prices and times change. */
export function rememberedValues(): SendVariables {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    );
  } catch {
    return {};
  }
}

export function rememberValues(typed: SendVariables): void {
  const kept = Object.entries(typed).filter(([name, value]) => value && !NOT_KEPT.has(name));
  if (kept.length === 0) return;
  const names = new Set(kept.map(([name]) => name));
  const before = Object.entries(rememberedValues()).filter(([name]) => !names.has(name));
  try {
    localStorage.setItem(
      KEY,
      JSON.stringify(Object.fromEntries([...before, ...kept].slice(-MOST))),
    );
  } catch {
    // A full store forgets; the next answer asks again.
  }
}
