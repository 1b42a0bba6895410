using Distribution.Platform.Validation;

namespace Distribution.Publisher.Offices;

/// <summary>Validates an office; pure.</summary>
public static class OfficeRules
{
    /// <summary>The office in the form that is kept.</summary>
    public static Office Check(Office office, OfficeTree offices, FieldErrors errors)
    {
        if (office.Parent is { } parent)
        {
            errors.Require(offices.Contains(parent), "parent", "is not the id of an office.");
            errors.Require(!offices.WouldCircle(office.Id, parent), "parent", "is below this office itself.");
        }

        return office with
        {
            Names = errors.Names("names", office.Names),
            Country = errors.Country("country", office.Country),
            TimeZone = errors.TimeZone("timeZone", office.TimeZone),
            Phone = errors.Phone("phone", office.Phone, office.Country),
            ReplyAddress = errors.Address("replyAddress", office.ReplyAddress),
        };
    }
}
