using Distribution.Audiences.MediaLists;

namespace Distribution.Readers.Signups;

/// <summary>The meaning of a confirmation link at the moment.</summary>
public abstract record SignupLink
{
    private SignupLink()
    {
    }

    /// <summary>Not genuine, or expired.</summary>
    public sealed record Invalid : SignupLink;

    /// <summary>Nobody can subscribe to any of its lists now.</summary>
    public sealed record Closed(Signup Signup) : SignupLink;

    /// <summary>Waits for its confirmation.</summary>
    /// <param name="Signup">The signup.</param>
    /// <param name="Lists">Those of its lists that would be subscribed to.</param>
    public sealed record Open(Signup Signup, IReadOnlyList<MediaList> Lists) : SignupLink;

    /// <summary>Was confirmed; nothing more comes of it, whatever has happened since.</summary>
    /// <param name="Signup">The signup.</param>
    /// <param name="At">When it was confirmed.</param>
    /// <param name="On">Those of its lists that its person gets now.</param>
    /// <param name="Off">Those that they do not get.</param>
    public sealed record Used(Signup Signup, DateTimeOffset At, IReadOnlyList<MediaList> On, IReadOnlyList<MediaList> Off) : SignupLink;
}
