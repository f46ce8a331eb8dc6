import type { Page } from '@playwright/test';

/** What no screen may show, whatever is on it; each line names the fault and where it is. */
export function findScreenFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const isShown = (element: Element) => {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const isDrawn = style.visibility !== 'hidden' && style.display !== 'none';
      const isInSight = box.bottom > 0 && box.right > 0;
      return isDrawn && isInSight && Number(style.opacity) > 0 && box.width > 1 && box.height > 1;
    };
    const name = (element: Element) => {
      const handle = element.closest('[data-testid]')?.getAttribute('data-testid');
      const text = (element.textContent ?? '').trim().slice(0, 40);
      return `<${element.tagName.toLowerCase()} class="${element.className}"> in ${handle ?? 'the page'}: “${text}”`;
    };

    for (const frame of [document.documentElement, document.body, document.querySelector('main')]) {
      if (frame && frame.scrollWidth > frame.clientWidth + 1) {
        faults.push(`${frame.tagName} is ${frame.scrollWidth - frame.clientWidth} px too wide`);
      }
    }

    const hidesRest = (value: string) => value === 'hidden' || value === 'clip';
    const isInScroller = (element: Element): boolean => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
      }
      return false;
    };
    for (const element of document.body.querySelectorAll('*')) {
      const hasText = Array.from(element.childNodes).some(
        (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      );
      if (!hasText || !isShown(element)) continue;
      const text = Array.from(element.childNodes, (node) =>
        node.nodeType === Node.TEXT_NODE ? node.textContent : '',
      ).join('');
      if (/\{\{|\}\}/.test(text)) faults.push(`raw template ${name(element)}`);
      const isKey = /^\s*[a-z]+(?:[A-Z][a-z]+)+\s*$|^\s*[a-z]+(?:[.:][a-zA-Z]+)+\s*$/.test(text);
      if (isKey && !/\.(?:xlsx|csv|pdf|qdb)\s*$/.test(text)) {
        faults.push(`key instead of words ${name(element)}`);
      }
      if (/\b(?:undefined|NaN|Infinity|Invalid Date|\[object)\b/.test(text)) {
        faults.push(`no words for a value ${name(element)}`);
      }
      const style = getComputedStyle(element);
      const isEllipsis = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none';
      const isTold = isEllipsis || element.closest('[title]') !== null;
      const isPlain = element.closest('[aria-hidden=true], .mantine-VisuallyHidden-root') === null;
      const tooWide = element.scrollWidth > element.clientWidth + 1 && hidesRest(style.overflowX);
      const tooHigh = element.scrollHeight > element.clientHeight + 3 && hidesRest(style.overflowY);
      if (isPlain && !isTold && element.clientWidth > 1 && (tooWide || tooHigh)) {
        faults.push(`cut text ${name(element)}`);
      }
      const box = element.getBoundingClientRect();
      if (
        isPlain &&
        box.right > innerWidth + 1 &&
        box.left < innerWidth &&
        !isInScroller(element)
      ) {
        faults.push(`beyond the window ${name(element)}`);
      }
    }

    for (const element of document.querySelectorAll('select, input, button, textarea, progress')) {
      if (!isShown(element)) continue;
      const style = getComputedStyle(element);
      const type = element.getAttribute('type') ?? '';
      const isNative =
        element.tagName === 'SELECT' ||
        element.tagName === 'PROGRESS' ||
        (element.tagName === 'INPUT' && /^(date|time|month|week|color|number|range)$/.test(type)) ||
        (/^(checkbox|radio)$/.test(type) && style.appearance !== 'none') ||
        /outset|inset/.test(style.borderTopStyle) ||
        style.fontSize === '13.3333px';
      if (isNative) faults.push(`browser-default control ${name(element)} (${type})`);
    }

    for (const element of document.querySelectorAll('button, a[href], [role=button]')) {
      if (!isShown(element)) continue;
      const label = element.getAttribute('aria-label') ?? element.getAttribute('title') ?? '';
      const hasImageName = element.querySelector('[aria-label], img[alt]') !== null;
      if ((element.textContent ?? '').trim() === '' && label === '' && !hasImageName) {
        faults.push(`control without a name ${name(element)}`);
      }
    }
    return faults;
  });
}

/** Words of the other language on a screen that holds no data of people. */
export function findForeignWords(page: Page, language: 'zh-CN' | 'en'): Promise<string[]> {
  return page.evaluate((shown) => {
    const foreign = shown === 'en' ? /[\u3400-\u9fff]/ : /[A-Za-z]{3,}\s+[A-Za-z]{3,}/;
    /** Each language by its own name; the product's name; what the machine itself is called. */
    const known = /^(?:简体中文|English|群舵|Electron [\d.]+.*|\/.*|[A-Z]:\\.*)$/;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const { parentElement } = node;
      if (
        !foreign.test(text) ||
        known.test(text) ||
        /SCRIPT|STYLE/.test(parentElement?.tagName ?? '') ||
        // A rule quotes the words that it looks for, in whatever language people write them.
        parentElement?.closest('[data-testid=rule-sentence]')
      )
        continue;
      if (parentElement?.checkVisibility() !== false) found.push(text);
    }
    return found;
  }, language);
}
