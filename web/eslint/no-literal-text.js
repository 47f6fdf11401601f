// Every text a person reads, or hears from a screen reader, goes through i18n: letters written straight into JSX, into an
// attribute that is spoken, into a toast or into the page's title are an error. Addresses are no text.
const SPOKEN = new Set([
  'alt', 'aria-description', 'aria-label', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'description',
  'error', 'label', 'lead', 'legend', 'message', 'nothingFound', 'nothingFoundMessage', 'placeholder', 'summary', 'title',
])
const SPEAKING_CALLS = new Set(['alert', 'confirm', 'toast', 'toastWithUndo'])
const LETTERS = /\p{L}/u
const ADDRESS = /^[\w.+-]*[./@:][\w./@:#?=&%+-]*$/

/** Every string that an expression may come to be, as far as it is written down. */
function* stringsIn(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') yield [node, node.value]
  if (node?.type === 'TemplateLiteral') for (const part of node.quasis) yield [part, part.value.cooked]
  if (node?.type === 'ConditionalExpression') yield* [...stringsIn(node.consequent), ...stringsIn(node.alternate)]
  if (node?.type === 'LogicalExpression') yield* [...stringsIn(node.left), ...stringsIn(node.right)]
  if (node?.type === 'BinaryExpression' && node.operator === '+') yield* [...stringsIn(node.left), ...stringsIn(node.right)]
}

export default {
  meta: { type: 'problem', messages: { literal: 'Text for people belongs in src/shared/i18n.' }, schema: [] },
  create(context) {
    const check = (node) => {
      for (const [at, text] of stringsIn(node)) {
        if (LETTERS.test(text) && !ADDRESS.test(text.trim())) context.report({ node: at, messageId: 'literal' })
      }
    }
    const isSpoken = (name) => SPOKEN.has(String(name))
    return {
      JSXText(node) {
        if (LETTERS.test(node.value)) context.report({ node, messageId: 'literal' })
      },
      JSXAttribute(node) {
        if (isSpoken(node.name.name)) check(node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value)
      },
      JSXExpressionContainer(node) {
        if (node.parent.type !== 'JSXAttribute') check(node.expression)
      },
      Property(node) {
        // Spoken attributes that travel in an object: { 'aria-label': '…' }, notifications.show({ message: '…' }).
        const name = node.key.name ?? node.key.value
        if (isSpoken(name) && (String(name).startsWith('aria-') || name === 'message' || name === 'placeholder')) check(node.value)
      },
      CallExpression(node) {
        if (SPEAKING_CALLS.has(node.callee.name)) check(node.arguments[0])
      },
      AssignmentExpression(node) {
        const isTitle = node.left.type === 'MemberExpression' && node.left.object.name === 'document' && node.left.property.name === 'title'
        if (isTitle) check(node.right)
      },
    }
  },
}
