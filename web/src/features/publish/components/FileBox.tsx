import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { goTogether, MOST_FILES } from '../model/enclosures'
import type { Files } from '../model/useFiles'
import classes from './Enclosures.module.css'
import { FileRow } from './FileRow'

/** Files of the post: chosen, dropped or pasted. They go to the server while the person writes on. */
export function FileBox({ files: { files, add, remove, change, first } }: { files: Files }) {
  const { t } = useTranslation('publish')
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const here = files.flatMap(({ file }) => (file ? [file] : []))
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    add([...event.dataTransfer.files])
  }
  return (
    <div
      className={classes.files}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {files.length > 0 && (
        <ul className={classes.list} aria-label={t('files.list')}>
          {files.map((file, index) => (
            <FileRow
              key={file.key}
              file={file}
              onSpoiler={(spoiler) => change(file.key, { spoiler })}
              onFirst={index > 0 ? () => first(file.key) : undefined}
              onRemove={() => remove(file.key)}
            />
          ))}
        </ul>
      )}
      {!goTogether(here) && (
        <p className={classes.bad} role="alert">
          {t('files.mixed')}
        </p>
      )}
      <div className={classes.pick}>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPaperclip size={16} aria-hidden />}
          disabled={files.length >= MOST_FILES}
          onClick={() => picker.current?.click()}
        >
          {t('files.add')}
        </Button>
        <span className={classes.hint}>{t(files.length === 0 ? 'files.hint' : 'files.count', { count: files.length, most: MOST_FILES })}</span>
      </div>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        data-testid="files"
        onChange={(event) => {
          add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </div>
  )
}
