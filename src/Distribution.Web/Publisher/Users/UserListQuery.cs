using System.ComponentModel;
using Distribution.Platform.Text;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Publisher.Users;

/// <summary>Which users are wanted.</summary>
internal sealed class UserListQuery
{
    [FromQuery(Name = "office"), Description("Id of an office at which they have a role of their own.")]
    public string? Office { get; init; }

    [FromQuery(Name = "role"), Description("A role that they have somewhere.")]
    public string? Role { get; init; }

    [FromQuery(Name = "q"), Description("Words of the name or the address.")]
    public string? Text { get; init; }

    public Func<User, bool> Filter(FieldErrors errors)
    {
        var role = errors.Word<Role>("role", Role);
        return user => user.Grants.Any(grant => (Office is null || grant.Office == Office) && (role is null || grant.Role == role))
            && WordFilter.Passes(Text, user.Name, user.Email);
    }
}
