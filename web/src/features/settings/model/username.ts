// As the server has it: a letter or a digit, then letters, digits, dots, dashes and underscores; 3 to 32 in all.
const SHAPE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{2,31}$/u

export const isUsername = (name: string): boolean => SHAPE.test(name)
