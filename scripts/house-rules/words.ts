import type { Source } from './sources';

/** A word that only some files may use, and what the others do instead. */
type WordRule = {
  name: string;
  pattern: RegExp;
  /** Files that the rule looks at. */
  within: RegExp;
  /** Files among them that may. */
  except: RegExp;
  instead: string;
};

const PROGRAM = /^(?:electron|renderer|shared)\//;
const TEST = /\.test\.tsx?$/;
const either = (...patterns: RegExp[]) =>
  new RegExp(patterns.map(({ source }) => source).join('|'));

const WORD_RULES: readonly WordRule[] = [
  {
    name: 'ipcMain',
    pattern: /\bipcMain\b/,
    within: PROGRAM,
    except: /^electron\/main\/ipc\/register\.ts$/,
    instead:
      'add the channel to shared/contracts/ipc.ts and a handler; register.ts checks the sender',
  },
  {
    name: 'ipcRenderer',
    pattern: /\bipcRenderer\b/,
    within: PROGRAM,
    except: /^electron\/preload\//,
    instead: 'call the named function of renderer/platform/',
  },
  {
    name: 'the bridge',
    pattern: /\b(?:window|globalThis|self)\s*(?:\.\s*qunduo\b|\[\s*['"]qunduo['"])/,
    within: PROGRAM,
    except: either(/^renderer\/platform\//, /^electron\/preload\//),
    instead: 'call the named function of renderer/platform/',
  },
  {
    name: 'window.open',
    pattern: /\bwindow\.open\(/,
    within: /^renderer\//,
    except: /^$/,
    instead: 'ask main with openExternal of renderer/platform/',
  },
  {
    name: 'a Dexie write',
    pattern:
      /(?<!\btx)\.(?:bulkPut|bulkAdd|bulkUpdate|bulkDelete|modify)\(|\b(?:db|database|consoleDb\(\)|table(?:\([^()]*\))?)(?:\.\w+(?:\([^()]*\))?|\[[^\]]+\])*\.(?:put|add|delete|clear|update|upsert)\(/,
    within: /^renderer\//,
    // Commands write through the `tx` that runCommand hands them, which keeps op and undo.
    except: either(/^renderer\/(?:db|sync)\//, TEST),
    instead: 'write a command and call it through runCommand, so that op, undo and journal follow',
  },
  {
    name: 'raw indexedDB',
    pattern: /\bindexedDB\s*\./,
    within: PROGRAM,
    except: either(/^renderer\/(?:db|platform)\//, TEST),
    instead: 'use the database of renderer/db/',
  },
  {
    name: 'an API newer than Chromium 114 and Node 18',
    pattern:
      /\b(?:Promise\.(?:withResolvers|try)|(?:Object|Map)\.groupBy|URL\.(?:canParse|parse)|Array\.fromAsync|AbortSignal\.any|Iterator\.from|scheduler\.(?:yield|postTask)|import\.meta\.(?:dirname|filename)|webUtils)\b/,
    within: PROGRAM,
    except: /^$/,
    instead: 'the console also runs on Electron 25: use what Chromium 114 and Node 18 have',
  },
  {
    name: 'eval',
    pattern: /\beval\(|\bnew Function\(/,
    within: PROGRAM,
    except: /^$/,
    instead: 'the content security policy forbids it',
  },
  {
    name: 'dangerouslySetInnerHTML',
    pattern: /dangerouslySetInnerHTML|\.innerHTML\s*=/,
    within: /^renderer\//,
    except: TEST,
    instead: 'let React draw it, so that text from a file stays text',
  },
  {
    name: 'an enum or a default export',
    pattern: /^\s*(?:export\s+)?(?:const\s+)?enum\s|^\s*export\s+default\b/m,
    within: PROGRAM,
    except: /^$/,
    instead: 'use a const map with `as const`, and a named export',
  },
  {
    name: 'a switched-off type check',
    pattern: /@ts-(?:ignore|nocheck)/,
    within: /^(?:electron|renderer|shared|e2e|scripts)\//,
    except: /^scripts\/house-rules\//,
    instead: 'give the value its type',
  },
];

/** Only this rule looks into comments as well, where the check is switched off. */
const textOf = (source: Source, rule: WordRule) =>
  rule.name === 'a switched-off type check' ? source.text : source.code;

export function findForbiddenWords(
  sources: readonly Source[],
  rules: readonly WordRule[] = WORD_RULES,
): string[] {
  return rules.flatMap((rule) =>
    sources
      .filter(({ path }) => rule.within.test(path) && !rule.except.test(path))
      .filter((source) => rule.pattern.test(textOf(source, rule)))
      .map(({ path }) => `${path} uses ${rule.name}: ${rule.instead}`),
  );
}

/** Windows are opened only where the preferences are guarded, once per guard. */
export function findUnguardedWindows(sources: readonly Source[]): string[] {
  const count = (code: string, pattern: RegExp) => code.match(pattern)?.length ?? 0;
  return sources
    .filter(({ path, isTest }) => path.startsWith('electron/') && !isTest)
    .filter(({ code }) => {
      const windows = count(code, /\bnew (?:BrowserWindow|BrowserView|WebContentsView)\b/g);
      return windows > count(code, /\bnew BrowserWindow\(\s*guardWindowOptions\(/g);
    })
    .map(
      ({ path }) =>
        `${path} opens a window without the guard: new BrowserWindow(guardWindowOptions({…}))`,
    );
}

/** Words on screen stand in the catalogues, where both languages are side by side. */
export function findWordsInScreens(sources: readonly Source[]): string[] {
  const chinese = /[\u3400-\u9fff\uff01-\uff5e\u3001-\u301f]/;
  const english =
    /(?:label|title|placeholder|aria-label|description|alt)="[^"]*[A-Za-z]{2}[^"]*"|>\s*[A-Z][a-z]+(?:\s+[A-Za-z]+)*\s*<\//;
  return sources
    .filter(({ path, isTest }) => /^renderer\/.*\.tsx$/.test(path) && !isTest)
    .filter(({ code }) => chinese.test(code) || english.test(code))
    .map(({ path }) => `${path} has words of its own: move them to the feature's .messages.ts`);
}
