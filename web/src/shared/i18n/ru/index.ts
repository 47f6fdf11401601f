import accounts from './accounts.json'
import auth from './auth.json'
import channels from './channels.json'
import common from './common.json'
import connect from './connect.json'
import dashboard from './dashboard.json'
import journal from './journal.json'
import problems from './problems.json'
import publish from './publish.json'
import shell from './shell.json'

export default { accounts, auth, channels, common, connect, dashboard, journal, problems, publish, shell }
