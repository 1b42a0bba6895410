namespace Distribution.Audiences;

public enum ExclusionKind
{
    List,
    Outlet,
    Contact,
}
