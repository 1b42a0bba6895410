
namespace Distribution.Audiences.Selection;

public enum ExclusionKind
{
    List,
    Outlet,
    Contact,
}
