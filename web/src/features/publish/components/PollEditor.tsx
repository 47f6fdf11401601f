import { ActionIcon, Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ChosenPoll } from '../model/enclosures'
import classes from './Enclosures.module.css'

const MOST_ANSWERS = 10

interface PollEditorProps {
  poll: ChosenPoll
  onChange: (poll: ChosenPoll) => void
}

/** Question and answers; with a right answer it is a quiz. */
export function PollEditor({ poll, onChange }: PollEditorProps) {
  const { t } = useTranslation('publish')
  const { question, answers, multiple, correct, explanation } = poll
  const quiz = correct !== undefined
  const setAnswer = (at: number, text: string) => onChange({ ...poll, answers: answers.map((old, i) => (i === at ? text : old)) })
  const remove = (at: number) =>
    onChange({
      ...poll,
      answers: answers.filter((_, i) => i !== at),
      correct: correct === undefined ? undefined : correct === at ? 0 : correct > at ? correct - 1 : correct,
    })
  return (
    <div className={classes.poll}>
      <TextInput
        label={t('poll.question')}
        maxLength={255}
        value={question}
        onChange={(event) => onChange({ ...poll, question: event.currentTarget.value })}
      />
      <ol className={classes.answers} aria-label={t('poll.answers')}>
        {answers.map((answer, at) => (
          // Answers are told apart by their place alone.
          <li key={at}>
            {quiz && (
              <Radio
                aria-label={t('poll.right', { number: at + 1 })}
                checked={correct === at}
                onChange={() => onChange({ ...poll, correct: at })}
              />
            )}
            <TextInput
              aria-label={t('poll.answer', { number: at + 1 })}
              placeholder={t('poll.answer', { number: at + 1 })}
              maxLength={100}
              value={answer}
              onChange={(event) => setAnswer(at, event.currentTarget.value)}
            />
            {answers.length > 2 && (
              <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('poll.remove', { number: at + 1 })} onClick={() => remove(at)}>
                <IconX size={18} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ol>
      {answers.length < MOST_ANSWERS && (
        <Button
          variant="subtle"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange({ ...poll, answers: [...answers, ''] })}
        >
          {t('poll.add')}
        </Button>
      )}
      <Checkbox
        label={t('poll.multiple')}
        disabled={quiz}
        checked={multiple && !quiz}
        onChange={(event) => onChange({ ...poll, multiple: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('poll.quiz')}
        checked={quiz}
        onChange={(event) => onChange({ ...poll, correct: event.currentTarget.checked ? 0 : undefined })}
      />
      {quiz && (
        <Textarea
          label={t('poll.explanation')}
          maxLength={200}
          autosize
          value={explanation}
          onChange={(event) => onChange({ ...poll, explanation: event.currentTarget.value })}
        />
      )}
    </div>
  )
}
