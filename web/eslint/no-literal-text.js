// Every text a person reads goes through i18n: letters written straight into JSX are an error.
const SPOKEN = new Set(['aria-label', 'alt', 'description', 'error', 'label', 'placeholder', 'title'])
const LETTERS = /\p{L}/u

export default {
  meta: { type: 'problem', messages: { literal: 'Text for people belongs in src/shared/i18n.' }, schema: [] },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'literal' })
    return {
      JSXText(node) {
        if (LETTERS.test(node.value)) report(node)
      },
      JSXAttribute(node) {
        const spoken = SPOKEN.has(String(node.name.name))
        if (spoken && node.value?.type === 'Literal' && LETTERS.test(String(node.value.value))) report(node)
      },
    }
  },
}
