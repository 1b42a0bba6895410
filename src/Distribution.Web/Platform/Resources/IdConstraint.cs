using Distribution.Platform.Validation;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Distribution.Web.Platform.Resources;

/// <summary>
/// The route parameter has the form of an id; anything else is an address that does not exist, and never a key for the storage.
/// </summary>
internal sealed class IdConstraint() : RegexRouteConstraint(Ids.Pattern)
{
    public const string Name = "id";
}
