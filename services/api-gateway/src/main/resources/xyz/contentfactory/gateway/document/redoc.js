// The search would run in a worker made of text, which no policy of ours allows.
Redoc.init('/openapi.json', { disableSearch: true }, document.getElementById('api'))
