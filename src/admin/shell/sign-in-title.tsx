/** The heading of the sign-in page, under the mark. */
export const SignInTitle = () => <h1 className="fb-signin-title">Sign in</h1>
