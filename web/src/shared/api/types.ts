import type { components } from './schema'

// The one place where the names of the server's schemas are spoken; everything else imports from here.
type Schemas = components['schemas']

export type Member = Schemas['Member']
export type TelegramMode = Schemas['TelegramMode']
export type SandboxNumber = Schemas['SandboxNumber']
export type Login = Schemas['Login']
export type CodeDelivery = Schemas['CodeDelivery']
export type Account = Schemas['Account']
export type AccountStateName = Account['state']
export type Channel = Schemas['Channel']
export type TextEntity = Schemas['TextEntity']
export type Delivery = Schemas['Delivery']
export type DeliveryStateName = Delivery['state']
export type Refusal = Schemas['Refusal']
export type LogEntry = Schemas['LogEntry']
export type LogKind = LogEntry['kind']
export type LogResult = LogEntry['result']
