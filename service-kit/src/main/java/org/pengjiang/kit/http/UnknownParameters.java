package org.pengjiang.kit.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.pengjiang.kit.problem.DomainException;
import org.pengjiang.kit.problem.Fault;
import org.pengjiang.kit.problem.KitProblem;

/** A query parameter that the operation does not have is a mistake of the caller: passing over it would hide it. */
class UnknownParameters {
    private final Map<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> given = request.getUriInfo().getQueryParameters().keySet();
        if (given.isEmpty()) {
            return;
        }
        Set<String> known = declared.computeIfAbsent(resource.getResourceMethod(), UnknownParameters::declaredBy);
        List<Fault> faults = given.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .map(name -> Fault.at("query:" + name, KitProblem.PARAMETER_UNKNOWN))
                .toList();
        if (!faults.isEmpty()) {
            throw new DomainException(KitProblem.PARAMETER_UNKNOWN, faults);
        }
    }

    private static Set<String> declaredBy(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, parameter.getName(), parameter.getType(), names);
        }
        return Set.copyOf(names);
    }

    private static void add(AnnotatedElement element, String name, Class<?> type, Set<String> names) {
        if (element.isAnnotationPresent(QueryParam.class)) {
            names.add(element.getAnnotation(QueryParam.class).value());
        }
        if (element.isAnnotationPresent(RestQuery.class)) {
            String given = element.getAnnotation(RestQuery.class).value();
            names.add(given.isEmpty() ? name : given);
        }
        if (element.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> bean = type; bean != null && bean != Object.class; bean = bean.getSuperclass()) {
                for (Field field : bean.getDeclaredFields()) {
                    add(field, field.getName(), field.getType(), names);
                }
            }
        }
    }
}
