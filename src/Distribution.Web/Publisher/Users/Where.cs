namespace Distribution.Web.Publisher.Users;

/// <summary>Where a route's role must be held.</summary>
internal enum Where
{
    /// <summary>At some office at least: for what is the whole organisation's, such as contacts.</summary>
    SomeOffice,

    /// <summary>At the office of the thing, which the handler looks up, or for the whole organisation where it has none.</summary>
    ItsOffice,

    /// <summary>For the whole organisation.</summary>
    Organisation,
}
