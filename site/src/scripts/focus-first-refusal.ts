const refused = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-focus-first]')
refused?.focus()
