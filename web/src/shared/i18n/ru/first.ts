// What is said before somebody has signed in. The sign-in page has a budget: what only the cabinet says stands in index.ts.
import access from './access.json'
import auth from './auth.json'
import common from './common.json'
import problems from './problems.json'

export default { access, auth, common, problems }
