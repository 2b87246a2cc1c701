import type { PhrasingContent } from 'mdast';
import type { Span } from './span';
import type { Strand } from './wrap';

/**
 * The strands of inline Markdown: what is read, without the marks. Emphasis, links and code give their text, entities
 * and escapes the character they stand for; images, HTML tags and footnote references give nothing, `<br>` a space.
 * Offsets are those of the nodes, moved by `shift`; `around` is what holds them all.
 */
export function strandsOf(nodes: readonly PhrasingContent[], source: string, shift: number, around: Span): Strand[] {
  const strands: Strand[] = [];
  walk(nodes, source, shift, strands, around);
  return strands;
}

/** Whether all of the text is strong. */
export const allStrong = (nodes: readonly PhrasingContent[]): boolean => {
  let strong = false;
  for (const node of nodes) {
    if (node.type === 'strong') strong = true;
    else if (node.type === 'emphasis' || node.type === 'link') {
      if (!allStrong(node.children)) return false;
      strong = true;
    } else if (node.type === 'text' ? node.value.trim() !== '' : node.type !== 'break' && node.type !== 'html') {
      return false;
    }
  }
  return strong;
};

function walk(nodes: readonly PhrasingContent[], source: string, shift: number, strands: Strand[], around: Span): void {
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const start = (node.position?.start.offset ?? -1) + shift;
    const end = (node.position?.end.offset ?? -1) + shift;
    if (node.position === undefined) {
      // Addresses found in the text have no positions of their own: read them with their neighbours.
      let value = '';
      let last = i;
      while (last < nodes.length && nodes[last]!.position === undefined) value += flat(nodes[last++]!);
      const before = nodes[i - 1]?.position?.end.offset;
      const from = before === undefined ? around.start : before + shift;
      const after = nodes[last]?.position?.start.offset;
      align(source, from, after === undefined ? around.end : after + shift, value, strands);
      i = last - 1;
    } else if (node.type === 'text') align(source, start, end, node.value, strands);
    else if (node.type === 'inlineCode') {
      let fence = 0;
      while (source[start + fence] === '`') fence++;
      strands.push({ start: start + fence, end: end - fence });
    } else if (node.type === 'break') strands.push({ text: '\n', at: start });
    else if (node.type === 'html') {
      if (/^<br\b/i.test(node.value)) strands.push({ text: ' ', at: start });
    } else if ('children' in node) {
      if (node.children.some((child) => child.position === undefined)) {
        const [from, to] = node.type === 'link' ? [start + linkOpen(source, start), end] : [start, end];
        align(source, from, to, node.children.map(flat).join(''), strands);
      } else walk(node.children, source, shift, strands, { start, end });
    }
  }
}

const linkOpen = (source: string, at: number): number => (source[at] === '[' || source[at] === '<' ? 1 : 0);

const flat = (node: PhrasingContent): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(flat).join('') : '';

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});/y;

/**
 * Lays a text's value over its source, which has escapes, entities, and what a container puts at the beginning of lines
 * (`> `, the indent of a list) besides.
 */
function align(source: string, start: number, end: number, value: string, strands: Strand[]): void {
  let from = start;
  let at = start;
  let v = 0;
  const flush = (to: number): void => {
    if (to > from) strands.push({ start: from, end: to });
  };
  while (at < end && v < value.length) {
    const code = source.charCodeAt(at);
    if (code === 10 || code === 13) {
      flush(at);
      strands.push({ text: '\n', at });
      at += code === 13 && source.charCodeAt(at + 1) === 10 ? 2 : 1;
      while (v < value.length && (value[v] === '\n' || value[v] === '\r')) v++;
      while (at < end && ' \t>'.includes(source[at]!) && source[at] !== value[v]) at++;
      from = at;
    } else if (code === 0x5c && source[at + 1] === value[v] && value[v] !== '\\') {
      flush(at);
      from = ++at;
      at++;
      v++;
    } else if (code === 0x5c && source[at + 1] === '\\') {
      flush(at + 1);
      at += 2;
      from = at;
      v++;
    } else if (code === 0x26) {
      entity.lastIndex = at;
      const written = entity.exec(source)?.[0];
      const literal =
        written === undefined || (value.startsWith(written, v) && !value.startsWith('&', v + written.length - 1));
      if (literal && !(written !== undefined && isAmpersand(written) && !value.startsWith(written, v))) {
        at++;
        v++;
      } else {
        flush(at);
        const length = value.codePointAt(v)! > 0xffff ? 2 : 1;
        strands.push({ text: value.slice(v, v + length), at, end: at + written!.length });
        at += written!.length;
        v += length;
        from = at;
      }
    } else if (source[at] === value[v]) {
      at++;
      v++;
    } else if (value[v] === '\ufffd' || source.charCodeAt(at) === 0) {
      at++;
      v++;
    } else {
      // White space that a container took; anything else is kept as it stands.
      if (code === 0x20 || code === 9 || code === 0x3e) {
        flush(at);
        from = ++at;
      } else break;
    }
  }
  flush(v < value.length ? end : at);
}

const isAmpersand = (written: string): boolean => /^&(?:amp|AMP|#38|#x0*26);$/.test(written);
