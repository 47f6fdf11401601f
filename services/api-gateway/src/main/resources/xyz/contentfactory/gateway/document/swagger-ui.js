// Whoever is signed in to the cabinet tries requests out with that session, which needs the CSRF header.
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    const csrf = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)
    if (csrf) request.headers['X-XSRF-TOKEN'] = csrf[1]
    return request
  },
})
