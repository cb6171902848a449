/** The lines that put the booking widget on a website; without a service, visitors choose. */
export const embedSnippet = ({ origin, service }: { origin: string; service?: string }): string =>
  `<script async src="${origin}/widget.js"></script>
<book-visit${service ? ` service="${service}"` : ''}>
  <a href="${origin}/book">Book online</a>
</book-visit>`
